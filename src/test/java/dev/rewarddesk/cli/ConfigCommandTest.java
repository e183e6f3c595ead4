package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.settings.config.ConfigSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config}, as a person runs it. */
final class ConfigCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEY = "sb_secret_never_shown";

    @TempDir
    private Path temporary;

    private Path home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Files.createDirectories(temporary.resolve("home"));
    }

    @Test
    void whatHoldsIsToldWithWhereItComesFromAndWithoutAnySecret() throws Exception {
        Files.writeString(home.resolve("config.json"), """
                {
                  "supabase": { "url": "https://abcd.supabase.co", "secret_key": { "env": "MY_KEY" } },
                  "collect": { "per_host": 2, "max_pages": 50 }
                }
                """);
        Map<String, String> environment =
                Map.of("MY_KEY", KEY, "REWARD_DESK_COLLECT_MAX_PAGES", "7", "REWARD_DESK_COLLECT_MAXPAGES", "8");

        Result json = new Program(home, environment).run("config", "check", "--json");
        Result text = new Program(home, environment).run("config", "check");

        assertThat(json.err() + text.err()).isEmpty();
        assertThat(json.status() + text.status()).isZero();
        JsonNode report = JSON.readTree(json.out());
        assertThat(report.path("ok").asBoolean()).isTrue();
        assertThat(report.path("file").asText())
                .isEqualTo(home.resolve("config.json").toString());
        assertThat(report.path("workspace").asText()).isEqualTo("the hosted one at https://abcd.supabase.co");
        assertThat(report.path("settings")).hasSameSizeAs(ConfigSchema.ours().settings());
        assertThat(setting(report, "collect.max_pages")).isEqualTo("7 from env REWARD_DESK_COLLECT_MAX_PAGES");
        assertThat(setting(report, "collect.per_host"))
                .isEqualTo("2 from " + home.resolve("config.json") + "#/collect/per_host");
        assertThat(setting(report, "collect.max_depth")).isEqualTo("10 from built in");
        assertThat(setting(report, "supabase.secret_key")).startsWith("set, from env MY_KEY from ");
        assertThat(report.path("notes"))
                .singleElement()
                .satisfies(note -> assertThat(note.asText()).contains("REWARD_DESK_COLLECT_MAXPAGES sets nothing"));
        assertThat(text.out()).contains("All is well.", "set, from env MY_KEY");
        assertThat(json.out() + text.out()).doesNotContain(KEY);
    }

    @Test
    void aMistakeFailsTheCheckAndEveryCommandThatWouldGoByIt() throws Exception {
        Path config = Files.writeString(temporary.resolve("mine.json"), "{\"collect\":{\"per_host\":99}}");
        Program program = new Program(home, Map.of("REWARD_DESK_CONFIG", config.toString()));

        assertThat(program.run("config", "check").status()).isEqualTo(1);
        for (String command : new String[] {"collect --sessions", "mcp", "serve", "checkpoints list", "answer"}) {
            Result result = program.run(command.split(" "));
            assertThat(result.status()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .startsWith(config + "#/collect/per_host: takes a whole number from 1 to 64.")
                    .hasLineCount(1);
        }
        assertThat(program.run("collect", "--help").status()).isZero();
        assertThat(program.run("doctor").out()).contains("wrong  configuration", "#/collect/per_host");
        assertThat(home.resolve("backend.json")).doesNotExist();
    }

    @Test
    void aKeyThatIsNotThereFailsTheCheckAndTheCommand() throws Exception {
        Files.writeString(
                home.resolve("config.json"),
                "{\"supabase\":{\"url\":\"https://abcd.supabase.co\",\"secret_key\":{\"env\":\"MY_KEY\"}}}");
        Program program = new Program(home);

        Result check = program.run("config", "check");
        Result command = program.run("checkpoints", "list");

        assertThat(check.status()).isEqualTo(1);
        assertThat(check.out()).contains("missing", "The environment variable MY_KEY is not set.");
        assertThat(command.status()).isEqualTo(1);
        assertThat(command.err()).contains("MY_KEY is not set").hasLineCount(1);
    }

    @Test
    void whatTheSchemaCannotTellIsFoundToo() throws Exception {
        Files.writeString(home.resolve("config.json"), "{\"supabase\":{\"url\":\"https://abcd.supabase.co\"}}");
        assertThat(new Program(home).run("config", "check").out()).contains("nothing says where its secret_key");

        Files.writeString(
                home.resolve("config.json"),
                "{\"collect\":{\"category_rule\":[\"" + "b".repeat(101) + "=words:owl\"]}}");
        Result result = new Program(home).run("config", "check");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("A category rule is NAME=site:");
    }

    @Test
    void theSchemaThatIsPrintedIsTheOneInTheDocumentation() throws Exception {
        Result result = new Program(home).run("config", "schema");

        assertThat(result.out()).isEqualTo(Files.readString(Path.of("docs", "config.schema.json")));
    }

    @Test
    void aCommandForThisMachineSaysThatAHostedWorkspaceIsConfigured() throws Exception {
        Files.writeString(
                home.resolve("config.json"),
                "{\"supabase\":{\"url\":\"https://abcd.supabase.co\",\"secret_key\":{\"env\":\"MY_KEY\"}}}");

        Result result = new Program(home, Map.of("MY_KEY", KEY)).run("serve");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err()).contains("Name it with --workspace").hasLineCount(1);
    }

    private static String setting(JsonNode report, String name) {
        return StreamSupport.stream(report.path("settings").spliterator(), false)
                .filter(line -> line.path("name").asText().equals(name))
                .map(line -> line.path("value").asText() + " from "
                        + line.path("origin").asText())
                .findFirst()
                .orElseThrow();
    }
}

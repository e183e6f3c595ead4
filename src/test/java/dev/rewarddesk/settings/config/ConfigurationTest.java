package dev.rewarddesk.settings.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rewarddesk.settings.config.Configuration.Chosen;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationTest {

    private static final String KEY = "sb_secret_never_shown";

    @TempDir
    private Path folder;

    @Test
    void withoutAFileNothingIsSet() {
        Configuration nothing = Configuration.of(null, folder.resolve("config.json"), Map.of());

        assertThat(nothing.mistakes()).isEmpty();
        assertThat(nothing.file()).isEmpty();
        assertThat(nothing.workspace()).isEmpty();
        assertThat(ConfigSchema.ours().settings())
                .allSatisfy(each -> assertThat(nothing.value(each)).isEmpty());
    }

    @Test
    void aFileThatIsNamedHasToBeThere() {
        Path none = folder.resolve("none.json");

        assertThat(Configuration.of(none, folder, Map.of()).mistakes())
                .containsExactly(new Mistake(none.toString(), "is not there."));
        assertThat(Configuration.of(null, folder, Map.of("REWARD_DESK_CONFIG", none.toString()))
                        .mistakes())
                .hasSize(1);
        assertThat(Configuration.of(folder, folder, Map.of()).mistakes())
                .containsExactly(new Mistake(folder.toString(), "is no file."));
    }

    @Test
    void theFileOfTheCommandLineIsNearerThanThatOfTheEnvironmentAndThatThanTheUsualOne() throws IOException {
        Path usual = write("usual.json", "{\"collect\":{\"max_pages\":1}}");
        Path variable = write("variable.json", "{\"collect\":{\"max_pages\":2}}");
        Path option = write("option.json", "{\"collect\":{\"max_pages\":3}}");
        Map<String, String> environment = Map.of("REWARD_DESK_CONFIG", variable.toString());

        assertThat(Configuration.of(null, usual, Map.of()).value("/collect/max_pages"))
                .contains("1");
        assertThat(Configuration.of(null, usual, environment).value("/collect/max_pages"))
                .contains("2");
        assertThat(Configuration.of(option, usual, environment).value("/collect/max_pages"))
                .contains("3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"collect":{"per_host":65}}                 | #/collect/per_host        | a whole number from 1 to 64
            {"collect":{"per_host":0}}                  | #/collect/per_host        | a whole number from 1 to 64
            {"collect":{"per_host":1.5}}                | #/collect/per_host        | a whole number from 1 to 64
            {"collect":{"per_host":"4"}}                | #/collect/per_host        | a whole number from 1 to 64
            {"collect":{"max_pages":99999999999}}       | #/collect/max_pages       | a whole number from 1 on
            {"collect":{"max_pages":1e400}}             | #/collect/max_pages       | a whole number from 1 on
            {"collect":{"min_quality":1.01}}            | #/collect/min_quality     | a number from 0 to 1
            {"collect":{"any_site":"yes"}}              | #/collect/any_site        | true or false
            {"collect":{"delay":"soon"}}                | #/collect/delay           | a time such as
            {"collect":{"max_time":"0s"}}               | #/collect/max_time        | a time such as
            {"collect":{"format":["tiff"]}}             | #/collect/format/0        | jpeg, png, webp, gif
            {"collect":{"format":[]}}                   | #/collect/format          | jpeg, png, webp, gif
            {"collect":{"near":"drop"}}                 | #/collect/near            | hold, keep
            {"collect":{"user_agent":"  "}}             | #/collect/user_agent      | printable ASCII
            {"collect":{"category_rule":["birds"]}}     | #/collect/category_rule/0 | NAME=site:
            {"collect":{"colour":1}}                    | #/collect/colour          | nothing that can be set
            {"collect":[]}                              | #/collect                 | an object
            {"collect":null}                            | #/collect                 | an object
            {"a/b~c":1}                                 | #/a~1b~0c                 | nothing that can be set
            {"workspace":""}                            | #/workspace               | is empty
            {"workspace":"x","supabase":{}}             | #                         | two workspaces
            {"supabase":{"url":"http://example.org"}}   | #/supabase/url            | an https URL
            {"supabase":{"url":"https://a@b.org"}}      | #/supabase/url            | an https URL
            {"supabase":{"secret_key":{}}}              | #/supabase/secret_key     | {"env": "NAME"}
            {"supabase":{"secret_key":{"env":"A B"}}}   | #/supabase/secret_key     | {"env": "NAME"}
            {"supabase":{"secret_key":{"env":"A","file":"b"}}} | #/supabase/secret_key | one of them
            []                                          | config.json               | no JSON object
            {"collect":{"max_pages":1,"max_pages":2}}   | line 1, column            | says something twice
            {"collect":                                 | line 1, column            | no JSON here
            {} {}                                       | line 1, column            | no JSON here
            """)
    void whatNobodyCouldMeanIsToldWithItsPlace(String text, String place, String says) throws IOException {
        Configuration wrong = in(text);

        assertThat(wrong.mistakes()).hasSize(1).first().satisfies(mistake -> {
            assertThat(mistake.place()).startsWith(folder.toString()).contains(place);
            assertThat(mistake.says()).contains(says).endsWith(".").doesNotContain("Exception", "com.fasterxml");
        });
        assertThat(ConfigSchema.ours().settings())
                .allSatisfy(each -> assertThat(wrong.value(each)).isEmpty());
    }

    @Test
    void hugeDeepAndForeignFilesAreRefusedInOneSentence() throws IOException {
        assertThat(in(" ".repeat(300_000)).mistakes().getFirst().says()).contains("larger than 256 KiB");
        assertThat(in("[".repeat(100_000)).mistakes()).hasSize(1);
        assertThat(in("").mistakes()).hasSize(1);
        assertThat(in("{\"collect\":{\"max_pages\":" + "9".repeat(5_000) + "}}").mistakes())
                .hasSize(1);
        Path noText = folder.resolve("config.json");
        Files.write(noText, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
        assertThat(Configuration.of(null, noText, Map.of()).mistakes()).hasSize(1);
    }

    @Test
    void aKeyThatStandsInTheFileIsRefusedAndNotRepeated() throws IOException {
        Configuration wrong = in("{\"supabase\":{\"url\":\"https://a.example.org\",\"secret_key\":\"" + KEY + "\"}}");

        assertThat(wrong.mistakes()).singleElement().satisfies(mistake -> {
            assertThat(mistake.place()).endsWith("#/supabase/secret_key");
            assertThat(mistake.says())
                    .contains("takes no secret, only where it is")
                    .doesNotContain(KEY);
        });
        assertThat(in("{\"supabase\":{\"secret_key\":\"" + KEY + "\n\"}}")
                        .mistakes()
                        .toString())
                .doesNotContain(KEY);
    }

    @Test
    void aKeyIsFoundInTheVariableThatTheFileNames() throws Exception {
        Configuration config = in(
                "{\"supabase\":{\"url\":\"https://a.example.org\",\"secret_key\":{\"env\":\"MY_KEY\"}}}",
                Map.of("MY_KEY", KEY));

        assertThat(config.workspace()).contains(new Chosen.Project("https://a.example.org"));
        assertThat(config.secret("/supabase/secret_key")).contains(new Secret(KEY));
        assertThat(config.secret("/supabase/publishable_key")).isEmpty();
        Setting setting = ConfigSchema.ours().at("/supabase/secret_key").orElseThrow();
        assertThat(config.state(setting).says()).isEqualTo("set, from env MY_KEY");
        assertThat(config.value(setting)).isEmpty();
        assertThat(new Secret(KEY).toString() + config.state(setting) + config.origin(setting))
                .doesNotContain(KEY);
    }

    @Test
    void theProgramsOwnVariableIsNearerThanTheReferenceInTheFile() throws Exception {
        Configuration config = in(
                "{\"supabase\":{\"secret_key\":{\"env\":\"MY_KEY\"}}}",
                Map.of("MY_KEY", "far", "REWARD_DESK_SUPABASE_SECRET_KEY", "near"));

        assertThat(config.secret("/supabase/secret_key")).contains(new Secret("near"));
    }

    @Test
    void aKeyIsFoundInAFileThatNobodyElseMayRead() throws Exception {
        Path key = write("key.txt", KEY + "\n");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        Configuration config = in("{\"supabase\":{\"secret_key\":{\"file\":\"key.txt\"}}}");

        assertThat(config.secret("/supabase/secret_key")).contains(new Secret(KEY));

        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> config.secret("/supabase/secret_key"))
                .isInstanceOf(MissingSecretException.class)
                .hasMessageContaining("Others may read " + key)
                .hasMessageNotContaining(KEY);
        Files.delete(key);
        assertThatThrownBy(() -> config.secret("/supabase/secret_key")).hasMessageContaining("There is no file");
        assertThatThrownBy(() -> in("{\"supabase\":{\"secret_key\":{\"env\":\"UNSET\"}}}")
                        .secret("/supabase/secret_key"))
                .hasMessageContaining("UNSET is not set");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingRepeated() throws IOException {
        Configuration config =
                in("{\"supabase\":{\"secret_key\":{\"env\":\"MY_KEY\"}}}", Map.of("MY_KEY", KEY + " and more"));

        assertThatThrownBy(() -> config.secret("/supabase/secret_key"))
                .hasMessageContaining("no key")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void aRelativeFolderIsBesideTheFileAndOfAVariableWhereTheProgramWasStarted() throws IOException {
        assertThat(in("{\"workspace\":\"desk\"}").workspace()).contains(new Chosen.Folder(folder.resolve("desk")));
        assertThat(in("{\"workspace\":\"desk\"}", Map.of("REWARD_DESK_WORKSPACE", "near"))
                        .workspace())
                .contains(new Chosen.Folder(Path.of("near").toAbsolutePath()));
        assertThat(in("{\"workspace\":\"a\\u0000b\"}").mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.says()).contains("names no folder"));
    }

    @Test
    void ofTwoWorkspacesTheNearerOneCounts() throws IOException {
        String project = "{\"supabase\":{\"url\":\"https://a.example.org\"}}";

        assertThat(in(project, Map.of("REWARD_DESK_WORKSPACE", "/near")).workspace())
                .contains(new Chosen.Folder(Path.of("/near")));
        assertThat(in("{\"workspace\":\"/far\"}", Map.of("REWARD_DESK_SUPABASE_URL", "https://b.example.org"))
                        .workspace())
                .contains(new Chosen.Project("https://b.example.org"));
    }

    @Test
    void theEnvironmentIsCheckedAsTheFileIs() throws IOException {
        assertThat(in("{}", Map.of("REWARD_DESK_COLLECT_PER_HOST", "99")).mistakes())
                .containsExactly(new Mistake("env REWARD_DESK_COLLECT_PER_HOST", "takes a whole number from 1 to 64."));
        assertThat(in("{}", Map.of("REWARD_DESK_MCP_ANSWERS", "no")).mistakes())
                .containsExactly(new Mistake("env REWARD_DESK_MCP_ANSWERS", "takes true or false."));
        assertThat(in("{}", Map.of("REWARD_DESK_COLLECT_PER_HOST", " 8 ")).value("/collect/per_host"))
                .contains("8");
        assertThat(in("{}", Map.of("REWARD_DESK_COLLECT_PER_HOST", "")).value("/collect/per_host"))
                .isEmpty();
    }

    private Configuration in(String text) throws IOException {
        return in(text, Map.of());
    }

    private Configuration in(String text, Map<String, String> environment) throws IOException {
        return Configuration.of(null, write("config.json", text), environment);
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}

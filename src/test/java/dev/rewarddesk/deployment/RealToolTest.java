package dev.rewarddesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands of {@code deploy.sh} that change a project have Supabase's own tool send. */
final class RealToolTest {

    private static final Path SHARED = Path.of("supabase", "functions", "_shared");

    private final StandInPlatform platform = new StandInPlatform();

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        platform.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "rft-responses", "rft-rewards", "rft-checkpoints"})
    void aFunctionGoesWithEverythingThatItNeedsAndLooksAtKeysItself(String function) throws IOException {
        run("functions", "deploy", function, "--use-api");

        String sent = platform.posted("/functions/deploy");
        try (Stream<Path> files = Files.list(SHARED)) {
            assertThat(files.map(file -> "supabase/functions/_shared/" + file.getFileName()))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(sent).contains("filename=\"" + file + "\""));
        }
        assertThat(sent)
                .contains(
                        "\"entrypoint_path\":\"supabase/functions/" + function + "/index.ts\"", "\"verify_jwt\":false");
    }

    // The lines as DeployScriptTest has deploy.sh write them.
    @Test
    void secretsArriveAsTheyWereGathered() throws IOException {
        Path file = Files.writeString(
                folder.resolve("secrets"),
                "MINE='x#y z'\nQUOTED=\"p#q\"\nJWT_SECRET='a#$b \"c\" \\n'\nPLAIN=a=b+c/d\n");

        run("secrets", "set", "--env-file", file.toString());

        JsonNode sent = TestApi.parsed(platform.posted("/secrets"));
        assertThat(sent.findValuesAsText("name")).containsExactly("MINE", "QUOTED", "JWT_SECRET", "PLAIN");
        assertThat(sent.findValuesAsText("value")).containsExactly("x#y z", "p#q", "a#$b \"c\" \\n", "a=b+c/d");
    }

    private void run(String... arguments) throws IOException {
        List<String> rest = List.of("--remote=" + StandInPlatform.PROJECT, "--yes", "--agent", "no");
        SupabaseCli.run(
                platform.environment(folder),
                Stream.concat(Stream.of(arguments), rest.stream()).toList());
    }
}

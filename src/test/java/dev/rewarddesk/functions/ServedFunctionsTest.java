package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** No Deno outlives the tests. */
final class ServedFunctionsTest {

    /** A JVM that serves functions until it is killed. */
    static final class Host {

        private Host() {}

        public static void main(String[] arguments) throws IOException {
            ServedFunctions served = ServedFunctions.start(Map.of(
                    "SUPABASE_DB_URL", "postgresql://x@127.0.0.1:1/x", "SUPABASE_SECRET_KEYS", "{\"default\": \"x\"}"));
            System.out.println(served.process().pid());
            System.in.readAllBytes();
        }
    }

    @Test
    void itEndsWithAJvmThatIsKilled() throws Exception {
        // Deno may be absent: told here and not in the child.
        Deno.run("--version");
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Host.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String line =
                new BufferedReader(new InputStreamReader(host.getInputStream(), StandardCharsets.UTF_8)).readLine();
        ProcessHandle deno = ProcessHandle.of(Long.parseLong(line)).orElseThrow();
        assertThat(deno.isAlive()).isTrue();

        host.destroyForcibly().onExit().join();

        assertThat(deno.onExit().orTimeout(Duration.ofSeconds(30).toMillis(), TimeUnit.MILLISECONDS))
                .succeedsWithin(Duration.ofSeconds(31));
    }
}

package dev.rewarddesk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.settings.EndpointFile;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.settings.vault.EndpointKeys;
import dev.rewarddesk.settings.vault.SystemKeychain;
import dev.rewarddesk.settings.vault.VaultKey;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told before any workspace is opened. */
final class UsageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fly",
                "import",
                "import /no/such/folder",
                "import --colour red .",
                "serve --port many",
                "serve --port 99999",
                "checkpoints create v1",
                "checkpoints activate",
                "checkpoints create v1 --storage-key k --epoch x",
                "tour",
                "tour --out /etc/hostname",
                "import /etc/hostname",
                "import a b",
                "collect",
                "collect --sessions http://example.org/",
                "collect http://example.org/ --max-pages 0",
                "collect http://example.org/ --max-bytes many",
                "collect http://example.org/ --max-time 5",
                "collect http://example.org/ --delay soon",
                "collect http://example.org/ --per-host 100",
                "collect http://example.org/ --any-site --same-site",
                "collect http://example.org/ --category-rule birds",
                "collect http://example.org/ --min-width wide",
                "collect http://example.org/ --answer",
                "collect http://example.org/ --answer --dry-run",
                "answer",
                "answer --endpoint http://127.0.0.1:1/v1",
                "answer --concurrency many",
                "endpoint set --model m",
                "endpoint set --endpoint http://127.0.0.1:1/v1 --model m --length-field words",
                "endpoint fly",
                "doctor --workspace=",
                "checkpoints list --workspace=",
                "checkpoints fly"
            })
    void wrongUsageIsSaidInTwoLines(String arguments) {
        Result result = run(arguments.split(" "));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("--help").doesNotContain("Exception").hasLineCount(2);
    }

    @Test
    void wrongUsageIsToldWithoutJavasTypes() {
        assertThat(run("serve", "--port", "many").err()).startsWith("--port takes a whole number, not many.");
        assertThat(run("checkpoints", "create", "v", "--storage-key", "k", "--avg-reward", "x")
                        .err())
                .startsWith("--avg-reward takes a number, not x.");
        assertThat(run("serve", "--workspace", "a\0b").err())
                .startsWith("--workspace takes a folder")
                .doesNotContain("java");
        assertThat(run("fly").err()).startsWith("There is no command fly.");
        assertThat(run("doctor", "now").err()).startsWith("There is a word too many: now.");
    }

    @Test
    void anEmptyNameIsNotTheFolderThatOneIsIn() {
        assertThat(run("import", "").err()).startsWith("The folder to import has no name.");
        assertThat(run("checkpoints", "--workspace", "").status()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "serve --help",
                "import --help",
                "collect --help",
                "answer --help",
                "endpoint --help",
                "endpoint set --help",
                "checkpoints --help",
                "checkpoints activate --help",
                "tour --help",
                "doctor --help",
                "config --help",
                "config check --help"
            })
    void everyCommandHelpsAndTakesAWorkspace(String arguments) {
        Result result = run(arguments.split(" "));

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("Usage: reward-desk").contains("--workspace");
    }

    @Test
    void theVersionIsKnown() {
        assertThat(run("--version").out()).startsWith("Reward Desk ").doesNotContain("$", "unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkpoints", "serve"})
    void whatNobodyForesawIsSaidWithoutAStackTrace(String command) {
        Result result = run(command);

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.err())
                .contains("Something went wrong inside the program")
                .hasLineCount(1);
    }

    private static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = new CommandLineProgram(new ClosedDoor(), "1.2.3", Map.of())
                .run(List.of(arguments), new PrintWriter(out), new PrintWriter(err));
        return new Result(status, out.toString(), err.toString());
    }

    static final class ClosedDoor implements WorkspaceDoor {
        @Override
        public String schemaVersion() {
            return "20261122091000";
        }

        @Override
        public Path usualFolder() {
            return Path.of("unused");
        }

        @Override
        public Path usualConfig() {
            return Path.of("no/such/config.json");
        }

        @Override
        public boolean isMade(Path folder) {
            return false;
        }

        @Override
        public Optional<String> checkBucket(Path folder) {
            throw new IllegalStateException("nothing is to be checked");
        }

        @Override
        public Optional<String> bucket(Path folder) {
            throw new IllegalStateException("nothing is to be asked");
        }

        @Override
        public String keepBucket(Path folder, Bucket bucket) {
            throw new IllegalStateException("nothing is to be kept");
        }

        @Override
        public OpenWorkspace open(WorkspacePlace place) {
            throw new IllegalStateException("nothing is to be opened");
        }

        @Override
        public void tryOut(Consumer<OpenWorkspace> work) {
            throw new IllegalStateException("nothing is to be opened");
        }

        @Override
        public ServedAccess serve(Path folder, int port, boolean exposeDatabase) {
            throw new LinkageError("a part of the program is missing");
        }

        @Override
        public void serveAssistant(WorkspacePlace place, AssistantOptions options) {
            throw new IllegalStateException("nobody is to be served");
        }

        @Override
        public URI serveAssistants(Path folder, ServedAccess access, int port, AssistantOptions options) {
            throw new IllegalStateException("nobody is to be served");
        }

        @Override
        public Endpoints endpoints() {
            Path none = Path.of("no/such/folder");
            VaultKey key = new VaultKey(new SystemKeychain("unused"), none.resolve("key"));
            return new Endpoints(new EndpointFile(none.resolve("endpoint.json")), new EndpointKeys(none, key));
        }

        @Override
        public void showDesktop(Path folder) {
            throw new IllegalStateException("nothing is to be shown");
        }

        @Override
        public List<Path> playTour(Path out) {
            throw new IllegalStateException("nothing is to be played");
        }
    }
}

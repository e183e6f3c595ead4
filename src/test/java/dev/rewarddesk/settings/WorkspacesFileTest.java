package dev.rewarddesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WorkspacesFileTest {

    private static final int EACH = 25;

    @TempDir
    private Path folder;

    @Test
    void whatIsRememberedIsReadAgain() throws IOException {
        KnownWorkspaces written = file(folder)
                .change(before ->
                        before.open(workspace("a")).open(workspace("b")).openLocal());

        assertThat(file(folder).load()).isEqualTo(written);
        assertThat(written.hosted()).extracting(KnownWorkspace::name).containsExactly("a", "b");
        assertThat(written.current()).isEmpty();
        assertThat(written.open(workspace("a")).current()).contains(workspace("a"));
    }

    @Test
    void theNameThatAWorkspaceGivesItselfStandsOnOneLineAndNeverEmpty() throws IOException {
        file(folder).change(before -> before.open(workspace("a")));
        URI url = workspace("a").url();

        file(folder).change(before -> before.called(url, " \n\t"));
        assertThat(file(folder).load().at(url).map(KnownWorkspace::name)).contains("a");
        file(folder).change(before -> before.called(url, " Reading\n\u0007 team "));
        assertThat(file(folder).load().at(url).map(KnownWorkspace::name)).contains("Reading team");
        file(folder).change(before -> before.called(url, "😀".repeat(500)));
        assertThat(file(folder).load().at(url).map(KnownWorkspace::name)).contains("😀".repeat(80));
    }

    @Test
    void aDamagedFileIsAsGoodAsNone() throws IOException {
        Files.writeString(folder.resolve("workspaces.json"), "{\"hosted\": [{\"url\": \"::\"}, 3], \"last\":");

        assertThat(file(folder).load()).isEqualTo(KnownWorkspaces.NONE);
        file(folder).change(before -> before.open(workspace("a")));
        assertThat(file(folder).load().last())
                .isEqualTo(Optional.of(workspace("a").url()));
    }

    @Test
    void nothingIsLostWhereSeveralProcessesAndThreadsRememberAtOnce() throws Exception {
        List<Process> others = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            others.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-classpath",
                            System.getProperty("java.class.path"),
                            Other.class.getName(),
                            folder.toString(),
                            "process" + i)
                    .inheritIO()
                    .start());
        }
        List<Thread> here = List.of(remembering("one"), remembering("two"));
        for (Thread each : here) {
            each.join();
        }
        for (Process each : others) {
            assertThat(each.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(each.exitValue()).isZero();
        }

        assertThat(file(folder).load().hosted()).hasSize(5 * EACH);
    }

    /** Another desktop on the same machine. */
    public static final class Other {
        private Other() {}

        public static void main(String[] arguments) throws IOException {
            remember(Path.of(arguments[0]), arguments[1]);
        }
    }

    private Thread remembering(String who) {
        return Thread.ofVirtual().start(() -> {
            try {
                remember(folder, who);
            } catch (IOException failure) {
                throw new AssertionError(failure);
            }
        });
    }

    private static void remember(Path folder, String who) throws IOException {
        for (int i = 0; i < EACH; i++) {
            KnownWorkspace next = workspace(who + "-" + i);
            file(folder).change(before -> before.open(next));
        }
    }

    private static KnownWorkspace workspace(String name) {
        return new KnownWorkspace(URI.create("https://" + name + ".example.org"), "sb_publishable_" + name, name);
    }

    private static WorkspacesFile file(Path folder) {
        return new WorkspacesFile(folder.resolve("workspaces.json"));
    }
}

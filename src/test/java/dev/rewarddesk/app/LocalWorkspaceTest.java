package dev.rewarddesk.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.cli.Program;
import dev.rewarddesk.cli.Program.Running;
import dev.rewarddesk.desktop.workspace.WorkspaceAccess;
import dev.rewarddesk.embedded.BackendOptions;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LocalWorkspaceTest {

    @TempDir
    private Path temporary;

    private Path folder;

    @BeforeEach
    void start() throws IOException {
        folder = temporary.resolve("workspace");
        Files.move(TestBackend.emptyWorkspace(), folder);
    }

    @Test
    void theOwnerIsSignedInOnOpening() {
        try (LocalWorkspace workspace = LocalWorkspace.open(folder)) {
            assertThat(workspace.isOwn()).isTrue();
            assertThat(workspace.account().workspace().me().displayName()).isEqualTo("Owner");
        }
    }

    @Test
    void aWorkspaceStaysOpenWhenTheProcessThatServedItEnds() throws Exception {
        try (Running server = new Program(folder).started("serve", "--json")) {
            server.firstLine();
            try (LocalWorkspace joined = LocalWorkspace.open(folder)) {
                assertThat(joined.isOwn()).isFalse();
                Supplier<WorkspaceAccess> access = joined.services(
                                folder.resolve("cache"), OwnEndpoints.in(folder, new NoKeychain()))
                        .access();
                URI before = access.get().url();
                assertThat(joined.checkpoints().list()).isEmpty();

                server.process().destroyForcibly().waitFor();

                assertThat(answersWithin(joined, Duration.ofSeconds(60))).isTrue();
                assertThat(joined.isOwn()).isTrue();
                assertThat(access.get().url()).as("as Settings shows it").isNotEqualTo(before);
            }
        }
    }

    @Test
    void whatIsServedElsewhereIsNotServedTwice() throws Exception {
        try (Running server = new Program(folder).started("serve", "--json")) {
            server.firstLine();

            assertThatExceptionOfType(ServiceFailure.Conflict.class)
                    .isThrownBy(() -> LocalBackend.own(folder, BackendOptions.defaults()))
                    .withMessageContaining(String.valueOf(server.process().pid()));
        }
    }

    private static boolean answersWithin(LocalWorkspace workspace, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                workspace.checkpoints().list();
                return true;
            } catch (ServiceFailure.Offline notYet) {
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
        return false;
    }
}

package dev.rewarddesk.embedded;

import dev.rewarddesk.embedded.secret.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Joining a workspace that another process has open. */
final class Joining {

    static final String SECRETS = "secrets.json";
    // It may be starting just now, with a crash recovery before it.
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private Joining() {}

    /** The backend of the process that holds the lock, once it answers. */
    static Opening theOneThatRuns(Path workspace, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        do {
            Optional<RunningBackend> running = RunningBackend.of(workspace);
            if (running.isPresent()) {
                Secrets secrets = Secrets.read(workspace.resolve(SECRETS));
                return new Opening.AlreadyRunning(
                        access(running.get().url(), secrets), running.get().process());
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new BackendUnavailable(
                "Another process has the workspace %s open and does not answer. Nothing was changed. End that process, or wait for it, and try again."
                        .formatted(workspace),
                null);
    }

    static BackendAccess access(URI url, Secrets secrets) {
        return new BackendAccess(
                url, secrets.publishableKey(), secrets.secretKey(), secrets.ownerEmail(), secrets.ownerPassword());
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendUnavailable("Waiting for the other process was interrupted.", interrupted);
        }
    }
}

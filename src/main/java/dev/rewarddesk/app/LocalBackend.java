package dev.rewarddesk.app;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.BackendOptions;
import dev.rewarddesk.embedded.BackendUnavailable;
import dev.rewarddesk.embedded.EmbeddedBackend;
import dev.rewarddesk.embedded.Opening;
import dev.rewarddesk.failure.ServiceFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.LoggerFactory;

/**
 * The backend of a local workspace, of this process or joined. One of this process ends with it, however it ends. When the
 * process that was joined ends, this one takes over, so that the workspace stays open for whoever still works with it.
 */
final class LocalBackend implements AutoCloseable {

    private final Path folder;
    private final Thread atExit = new Thread(this::stop, "end of the workspace");
    private volatile Opening opening;
    private boolean closed;

    private LocalBackend(Path folder, Opening opening) {
        this.folder = folder;
        this.opening = opening;
        Runtime.getRuntime().addShutdownHook(atExit);
        follow(opening);
    }

    /** Opens the workspace, or joins the process that has it open. */
    static LocalBackend open(Path folder) {
        return new LocalBackend(folder, opening(folder, BackendOptions.defaults()));
    }

    /** Opens the workspace in this process; {@code Conflict} when another process has it open. */
    static LocalBackend own(Path folder, BackendOptions options) {
        return switch (opening(folder, options)) {
            case Opening.Opened opened -> new LocalBackend(folder, opened);
            case Opening.AlreadyRunning(BackendAccess access, long process) ->
                throw new ServiceFailure.Conflict(
                        "already_running",
                        "The workspace %s is open in process %d already, which serves it at %s. Use that one, or end it first."
                                .formatted(folder, process, access.url()));
        };
    }

    /** How to reach it now; the URL changes when this process takes over. */
    BackendAccess access() {
        return opening.access();
    }

    Optional<String> databaseUrl() {
        return opening instanceof Opening.Opened(EmbeddedBackend backend) ? backend.databaseUrl() : Optional.empty();
    }

    boolean isOwn() {
        return opening instanceof Opening.Opened;
    }

    @Override
    public void close() {
        stop();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // Then the hook runs, and finds everything closed.
        }
    }

    private synchronized void stop() {
        if (!closed && opening instanceof Opening.Opened(EmbeddedBackend backend)) {
            backend.close();
        }
        closed = true;
    }

    private void follow(Opening now) {
        if (now instanceof Opening.AlreadyRunning(BackendAccess _, long process)) {
            ProcessHandle.of(process)
                    .map(ProcessHandle::onExit)
                    .orElse(CompletableFuture.completedFuture(null))
                    .thenRunAsync(this::takeOver)
                    .exceptionally(failure -> {
                        LoggerFactory.getLogger(LocalBackend.class)
                                .warn("The workspace could not be taken over from process {}", process, failure);
                        return null;
                    });
        }
    }

    private synchronized void takeOver() {
        if (!closed) {
            opening = opening(folder, BackendOptions.defaults());
            follow(opening);
        }
    }

    private static Opening opening(Path folder, BackendOptions options) {
        Logs.into(folder.resolve("logs"));
        try {
            return EmbeddedBackend.open(folder, options);
        } catch (BackendUnavailable failure) {
            throw new ServiceFailure.Server(
                    "workspace_unavailable", String.valueOf(failure.getMessage()), null, failure);
        }
    }
}

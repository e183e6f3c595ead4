package dev.rewarddesk.app;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.BackendOptions;
import dev.rewarddesk.embedded.BackendUnavailable;
import dev.rewarddesk.embedded.EmbeddedBackend;
import dev.rewarddesk.embedded.Opening;
import dev.rewarddesk.failure.ServiceFailure;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The backend of a local workspace, of this process or joined; one of this process ends with it, however it ends. */
final class LocalBackend implements AutoCloseable {

    private final Opening opening;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::stop, "end of the workspace");

    private LocalBackend(Opening opening) {
        this.opening = opening;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Opens the workspace, or joins the process that has it open. */
    static LocalBackend open(Path folder) {
        return new LocalBackend(opening(folder, BackendOptions.defaults()));
    }

    /** Opens the workspace in this process; {@code Conflict} when another process has it open. */
    static LocalBackend own(Path folder, BackendOptions options) {
        return switch (opening(folder, options)) {
            case Opening.Opened opened -> new LocalBackend(opened);
            case Opening.AlreadyRunning(BackendAccess access, long process) ->
                throw new ServiceFailure.Conflict(
                        "already_running",
                        "The workspace %s is open in process %d already, which serves it at %s. Use that one, or end it first."
                                .formatted(folder, process, access.url()));
        };
    }

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

    private void stop() {
        if (opening instanceof Opening.Opened(EmbeddedBackend backend) && closed.compareAndSet(false, true)) {
            backend.close();
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

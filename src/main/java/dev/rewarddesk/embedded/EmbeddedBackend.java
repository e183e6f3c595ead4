package dev.rewarddesk.embedded;

import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.embedded.database.FileTrouble;
import dev.rewarddesk.embedded.database.Schema;
import dev.rewarddesk.embedded.secret.Secrets;
import dev.rewarddesk.embedded.storage.S3Bucket;
import dev.rewarddesk.embedded.storage.S3Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running local workspace: its database, its files and its HTTP API, all in this process and on this machine alone. */
public final class EmbeddedBackend implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBackend.class);

    private final BackendAccess access;
    private final Optional<String> databaseUrl;
    private final Deque<AutoCloseable> parts;
    private final Thread atExit;

    /** @param parts what to close, the last one first */
    EmbeddedBackend(BackendAccess access, Optional<String> databaseUrl, Deque<AutoCloseable> parts) {
        this.access = access;
        this.databaseUrl = databaseUrl;
        this.parts = parts;
        this.atExit = new Thread(() -> closeAll(parts), "close-workspace");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Opens a workspace, and makes it when the folder is new or empty. Where another process has it open, nothing is
     * started and the answer says how to join that one.
     *
     * @param workspace the folder; made if it is not there
     * @throws BackendUnavailable when it cannot be opened; the message is for people
     */
    public static Opening open(Path workspace, BackendOptions options) {
        try {
            PrivateFiles.folderIfMissing(workspace);
            Optional<WorkspaceLock> lock = WorkspaceLock.take(workspace);
            return lock.isPresent()
                    ? new Opening.Opened(new Startup(workspace.toRealPath(), options, lock.get()).run())
                    : Joining.theOneThatRuns(workspace, Joining.PATIENCE);
        } catch (Secrets.Damaged damaged) {
            throw new BackendUnavailable(
                    "%s, and without it the database beside it cannot be opened. Nothing was changed. Restore the file from a backup."
                            .formatted(damaged.getMessage()),
                    damaged);
        } catch (IOException failure) {
            throw new BackendUnavailable(
                    "The workspace folder %s cannot be used: %s. Nothing was changed. Free some space or check who may write there, and try again."
                            .formatted(workspace, FileTrouble.of(failure)),
                    failure);
        }
    }

    /** The version that the database of a workspace of this program is at. */
    public static String schemaVersion() {
        return Schema.version();
    }

    /** Whether there is a workspace in this folder, open or not, whole or damaged. */
    public static boolean isMade(Path folder) {
        return Files.exists(folder.resolve(Joining.SECRETS)) || Files.exists(folder.resolve("postgres"));
    }

    /**
     * Tries out the S3-compatible bucket that this workspace is set to keep images in, by a small object that is removed again.
     *
     * @return the bucket; empty when images are kept in the folder
     * @throws IOException when it does not work; the message is for people
     */
    public static Optional<String> checkBucket(Path workspace) throws IOException {
        Optional<S3Settings> settings = S3Settings.of(workspace, System.getenv());
        if (settings.isPresent()) {
            check(settings.get());
        }
        return settings.map(S3Settings::toString);
    }

    /** The bucket that this workspace is set to keep images in, untried; empty when they are kept in the folder. */
    public static Optional<String> bucket(Path workspace) throws IOException {
        return S3Settings.of(workspace, System.getenv()).map(S3Settings::toString);
    }

    /**
     * Has the workspace keep new images in a bucket, from when it is opened next. The bucket is tried out first; where it does not work,
     * nothing is changed.
     *
     * @param named what {@code s3.json} holds, by its names
     * @return the bucket
     * @throws IOException when it does not work; the message is for people
     */
    public static String keepBucket(Path workspace, Map<String, String> named) throws IOException {
        S3Settings settings = S3Settings.of(named);
        check(settings);
        settings.keep(workspace);
        return settings.toString();
    }

    private static void check(S3Settings settings) throws IOException {
        try (S3Bucket bucket = new S3Bucket(settings)) {
            bucket.check();
        }
    }

    /** How clients reach it. */
    public BackendAccess access() {
        return access;
    }

    /** Where database tools connect as the owner of the data, password included; only when that was asked for. */
    public Optional<String> databaseUrl() {
        return databaseUrl;
    }

    /** Lets requests under way end, stops the database and gives the workspace free. Happens at the program's end as well. */
    @Override
    public void close() {
        closeAll(parts);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            LOG.debug("Closed while the program ends");
        }
    }

    // Last opened, first closed. Whoever comes second waits and finds nothing left to do.
    static void closeAll(Deque<AutoCloseable> parts) {
        synchronized (parts) {
            while (!parts.isEmpty()) {
                try {
                    parts.pop().close();
                } catch (Exception failure) {
                    LOG.warn("A part of the backend did not close cleanly", failure);
                }
            }
        }
    }
}

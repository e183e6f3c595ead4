package dev.rewarddesk.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The folder with the file and what belongs to it. */
final class OutboxFolder implements AutoCloseable {

    private final Path folder;

    private OutboxFolder(Path folder) {
        this.folder = folder;
    }

    static OutboxFolder enter(Path folder) {
        try {
            Path real = PrivateFiles.folder(folder).toRealPath();
            NativeLibrary.prepare(real.resolve("sqlite"));
            return new OutboxFolder(real);
        } catch (IOException failure) {
            throw Trouble.opening(failure, folder);
        }
    }

    /**
     * The opened file.
     *
     * @param warning what happened to it, a sentence for people; empty as a rule
     */
    record Opened(Database database, Optional<String> warning) {}

    Opened open() {
        try {
            return new Opened(Database.open(PrivateFiles.file(file())), Optional.empty());
        } catch (IOException | SQLException | UnusableFileException failure) {
            throw Trouble.opening(failure, folder);
        }
    }

    Path file() {
        return folder.resolve("outbox.sqlite");
    }

    /** Held by the one process that sends. */
    Path sendingLock() {
        return folder.resolve("sending.lock");
    }

    @Override
    public void close() {}
}

package dev.rewarddesk.outbox;

import dev.rewarddesk.disk.NativeLibrary;
import dev.rewarddesk.disk.PrivateFiles;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;

/** The folder with the file and what belongs to it. */
final class OutboxFolder implements AutoCloseable {

    private final Path folder;
    private final FileUse use;

    private OutboxFolder(Path folder, FileUse use) {
        this.folder = folder;
        this.use = use;
    }

    /** Makes the folder ready and says that its file is in use. */
    static OutboxFolder enter(Path folder) {
        try {
            Path real = PrivateFiles.folder(folder).toRealPath();
            NativeLibrary.prepare(real.resolve("sqlite"));
            return new OutboxFolder(real, FileUse.begin(real.resolve("use.lock")));
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

    /** Opens the file. A damaged one is put aside, and what can be read of it put into a new one. */
    Opened open() {
        try {
            return new Opened(plainly(), Optional.empty());
        } catch (UnusableFileException unusable) {
            if (unusable.why() == UnusableFileException.Why.NEWER) {
                throw newer();
            }
        }
        try {
            return use.alone(this::repaired);
        } catch (FileUse.InUseException inUse) {
            throw new ServiceFailure.Server(
                    "outbox_damaged",
                    "The file " + file()
                            + ", in which scores are kept until they are sent, is damaged, and another program has"
                            + " it open. Close that one and start this one anew: it then saves what it can.",
                    null,
                    inUse);
        } catch (IOException failure) {
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
    public void close() {
        use.close();
    }

    private Opened repaired() {
        try {
            // Another process may have repaired it just now.
            return new Opened(plainly(), Optional.empty());
        } catch (UnusableFileException damaged) {
            return salvaged();
        }
    }

    private Opened salvaged() {
        try {
            DamagedFile damaged = DamagedFile.putAside(file());
            Database database = plainly();
            int saved = damaged.pourInto(database);
            return new Opened(
                    database,
                    Optional.of("The file in which scores are kept until they are sent was damaged. "
                            + switch (saved) {
                                case 0 -> "Nothing that waits could be read from it";
                                case 1 -> "One decision that waits could be read from it and is kept";
                                default -> saved + " decisions that wait could be read from it and are kept";
                            }
                            + "; look whether your last scores are there. The damaged file is " + damaged.path()
                            + "."));
        } catch (IOException | SQLException | UnusableFileException failure) {
            throw Trouble.opening(failure, folder);
        }
    }

    private Database plainly() throws UnusableFileException {
        try {
            return Database.open(PrivateFiles.file(file()));
        } catch (IOException failure) {
            throw Trouble.opening(failure, folder);
        } catch (SQLException failure) {
            if (Trouble.isDamage(failure)) {
                throw new UnusableFileException(UnusableFileException.Why.DAMAGED, file());
            }
            throw Trouble.opening(failure, folder);
        }
    }

    private ServiceFailure newer() {
        return new ServiceFailure.Server(
                "outbox_newer",
                "The file " + file()
                        + ", in which scores are kept until they are sent, was written by a newer version of this"
                        + " program. Nothing was changed; start that version.",
                null,
                null);
    }
}

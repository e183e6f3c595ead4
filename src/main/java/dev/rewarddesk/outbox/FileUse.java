package dev.rewarddesk.outbox;

import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Says to other processes that a file is in use, and tells whether nobody else uses it: only then may it be moved. By a lock on a
 * file beside it, which ends with the process, however that ends.
 */
final class FileUse implements AutoCloseable {

    // Closing any channel on a file drops all locks of the process on POSIX, so there is one for all users in it.
    private static final Map<Path, FileUse> OURS = new HashMap<>();

    private final Path lockFile;
    private final FileChannel channel;
    private FileLock lock;
    private int users;

    private FileUse(Path lockFile, FileChannel channel, FileLock lock) {
        this.lockFile = lockFile;
        this.channel = channel;
        this.lock = lock;
    }

    /**
     * Begins to use what the lock file stands for; waits while another process repairs it.
     *
     * @param lockFile in a folder that is there, given as its real path
     */
    static FileUse begin(Path lockFile) throws IOException {
        synchronized (OURS) {
            FileUse use = OURS.get(lockFile);
            if (use == null) {
                FileChannel channel = FileChannel.open(
                        PrivateFiles.file(lockFile), StandardOpenOption.READ, StandardOpenOption.WRITE);
                try {
                    use = new FileUse(lockFile, channel, shared(channel));
                } catch (IOException failure) {
                    channel.close();
                    throw failure;
                }
                OURS.put(lockFile, use);
            }
            use.users++;
            return use;
        }
    }

    /** Work that needs the file for itself. */
    interface Repair<T> {
        T run();
    }

    /**
     * Does the work while nobody else uses the file, and keeps others from beginning to.
     *
     * @throws InUseException when somebody does
     */
    <T> T alone(Repair<T> repair) throws IOException, InUseException {
        synchronized (OURS) {
            if (users > 1) {
                throw new InUseException();
            }
            lock.release();
            FileLock exclusive = channel.tryLock();
            if (exclusive == null) {
                lock = shared(channel);
                throw new InUseException();
            }
            try {
                return repair.run();
            } finally {
                exclusive.release();
                lock = shared(channel);
            }
        }
    }

    /** Somebody else uses the file. */
    static final class InUseException extends Exception {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void close() {
        synchronized (OURS) {
            users--;
            if (users == 0) {
                OURS.remove(lockFile);
                try {
                    channel.close();
                } catch (IOException gone) {
                    // The lock ends with the process at the latest.
                }
            }
        }
    }

    private static FileLock shared(FileChannel channel) throws IOException {
        return channel.lock(0, Long.MAX_VALUE, true);
    }
}

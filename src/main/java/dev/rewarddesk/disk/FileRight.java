package dev.rewarddesk.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A right that one holder on this machine has at a time. The operating system's lock: it ends with the process, however that
 * ends.
 */
public final class FileRight implements AutoCloseable {

    // Within one process the file must not even be opened again: closing it would drop the lock on POSIX.
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FileRight(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the right; empty when somebody has it, be it in this process.
     *
     * @param file in a folder that is there, given as its real path
     */
    public static Optional<FileRight> take(Path file) throws IOException {
        if (!OURS.add(file)) {
            return Optional.empty();
        }
        FileChannel channel = null;
        FileLock lock = null;
        try {
            channel = FileChannel.open(PrivateFiles.file(file), StandardOpenOption.WRITE);
            lock = channel.tryLock();
            return lock == null ? Optional.empty() : Optional.of(new FileRight(file, channel));
        } finally {
            if (lock == null) {
                if (channel != null) {
                    channel.close();
                }
                OURS.remove(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            // Closing the channel gives the lock back.
        } finally {
            OURS.remove(file);
        }
    }
}

package dev.rewarddesk.settings.vault;

import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** The turn at a file: of one thread in one process at a time. Whoever else wants it waits. */
public final class Turn {

    /** One process may lock a file only once. */
    private static final ConcurrentHashMap<Path, ReentrantLock> OURS = new ConcurrentHashMap<>();

    private final Path file;

    public Turn(Path file) {
        this.file = file.toAbsolutePath().normalize();
    }

    /** What is done when it is one's turn. */
    @FunctionalInterface
    public interface Work<T> {
        T perform() throws IOException;
    }

    /** Does the work while no other thread or process does theirs at this file. May be nested in itself. */
    public <T> T take(Work<T> work) throws IOException {
        ReentrantLock ours = OURS.computeIfAbsent(file, _ -> new ReentrantLock());
        ours.lock();
        try {
            if (ours.getHoldCount() > 1) {
                return work.perform();
            }
            // Beside the file, which is replaced at every writing.
            try (FileChannel channel = FileChannel.open(
                            PrivateFiles.file(file.resolveSibling(file.getFileName() + ".lock")),
                            StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("The lock of " + file + " was lost");
                }
                return work.perform();
            }
        } finally {
            ours.unlock();
        }
    }
}

package dev.rewarddesk.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files whole or not at all. */
final class WholeFile {

    private WholeFile() {}

    /** Puts these bytes in place of what the file held; makes its folder when needed. */
    static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, String.valueOf(file.getFileName()), ".tmp");
        try {
            Files.write(draft, bytes);
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                // Else a power cut after the move could leave an empty file.
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}

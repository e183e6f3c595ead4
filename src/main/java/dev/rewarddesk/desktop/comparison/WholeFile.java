package dev.rewarddesk.desktop.comparison;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file whole or not at all: what was there before stays until all of the new one is on the disk. */
final class WholeFile {

    private WholeFile() {}

    /** Writes it, in place of what was there; {@code Invalid} says why it could not be. Blocks. */
    static void write(Path file, byte[] bytes) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            Path written = Files.createTempFile(folder, ".reward-desk-", ".tmp");
            try {
                Files.write(written, bytes);
                move(written, file);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException failure) {
            throw new ServiceFailure.Invalid(
                    "file_not_written",
                    "%s could not be written: %s. Nothing was changed there; choose another place and try again."
                            .formatted(file, reason(failure)),
                    null);
        }
    }

    private static void move(Path written, Path file) throws IOException {
        try {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException otherKindOfDisk) {
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "the folder is not there";
            case AccessDeniedException _ -> "you may not write there";
            default -> String.valueOf(failure.getMessage());
        };
    }
}

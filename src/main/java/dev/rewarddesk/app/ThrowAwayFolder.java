package dev.rewarddesk.app;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A new folder that is removed with all that is in it.
 *
 * @param path empty at first
 */
record ThrowAwayFolder(Path path) implements AutoCloseable {

    static ThrowAwayFolder make() {
        try {
            return new ThrowAwayFolder(Files.createTempDirectory("reward-desk-"));
        } catch (IOException refused) {
            throw new ServiceFailure.Invalid(
                    "no_temporary_folder",
                    "The folder for temporary files (" + System.getProperty("java.io.tmpdir")
                            + ") cannot be written. Free some space there, or check who may write to it.",
                    null);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException inUse) {
            // What is left is in the folder for temporary files, which the system clears.
        }
    }
}

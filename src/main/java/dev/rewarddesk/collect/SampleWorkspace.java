package dev.rewarddesk.collect;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sample that comes with the program, as a folder like anybody's; unpacked when first asked for, removed on close. */
public final class SampleWorkspace implements AutoCloseable {

    private static final String RESOURCES = "/dev/rewarddesk/assets/sample/";

    private @Nullable Path unpacked;

    /** The folder, ready to be imported. */
    public synchronized Path folder() {
        Path folder = unpacked;
        if (folder == null) {
            folder = unpack();
            unpacked = folder;
        }
        return folder;
    }

    @Override
    public synchronized void close() {
        if (unpacked != null) {
            delete(unpacked);
            unpacked = null;
        }
    }

    private static Path unpack() {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("reward-desk-sample");
            unpack(folder);
            return folder;
        } catch (IOException noRoom) {
            if (folder != null) {
                delete(folder);
            }
            throw new ServiceFailure.Invalid(
                    "sample_not_unpacked",
                    "The sample could not be unpacked into the folder for temporary files ("
                            + System.getProperty("java.io.tmpdir") + "). Nothing was imported.",
                    null);
        }
    }

    private static void unpack(Path folder) throws IOException {
        copy(ResponseImport.FILE, folder);
        copy(CheckpointImport.FILE, folder);
        for (String image : images(folder.resolve(ResponseImport.FILE))) {
            copy(image, folder);
        }
    }

    private static List<String> images(Path responses) throws IOException {
        try (Stream<String> lines = Files.lines(responses, StandardCharsets.UTF_8)) {
            return lines.filter(line -> !line.isBlank())
                    .map(SampleWorkspace::image)
                    .distinct()
                    .toList();
        }
    }

    private static String image(String line) {
        try {
            return ResponseLine.parse(line).image();
        } catch (BadLine brokenBuild) {
            throw new IllegalStateException("The sample is broken: " + brokenBuild.reason(), brokenBuild);
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream in = SampleWorkspace.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: its sample lacks " + name);
            }
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            Files.copy(in, target);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException stuck) {
            // What is left is in the folder for temporary files, which the system clears.
        }
    }
}

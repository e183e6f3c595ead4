package dev.rewarddesk.settings.vault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read. Where permissions are not POSIX, the user's profile protects them. */
final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Writes all of it or nothing. */
    static void write(Path file, byte[] content) throws IOException {
        Path draft = draft(file, content);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes it, unless somebody has done so before. */
    static void createOnce(Path file, String content) throws IOException {
        Path draft = draft(file, content.getBytes(StandardCharsets.UTF_8));
        try {
            if (POSIX) {
                // Unlike a move, a link does not replace what is there.
                Files.createLink(file, draft);
            } else {
                Files.move(draft, file);
            }
        } catch (FileAlreadyExistsException made) {
            // By another process, at this moment.
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A file to lock, empty. */
    static FileChannel lockable(Path file) throws IOException {
        Files.createDirectories(parent(file), only("rwx------"));
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), only("rw-------"));
    }

    private static Path draft(Path file, byte[] content) throws IOException {
        Files.createDirectories(parent(file), only("rwx------"));
        Path draft = Files.createTempFile(parent(file), "draft", ".tmp", only("rw-------"));
        Files.write(draft, content);
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return draft;
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is no file in a folder");
        }
        return parent;
    }

    private static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

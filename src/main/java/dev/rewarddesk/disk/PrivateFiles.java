package dev.rewarddesk.disk;

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

/** Files and folders that only their owner may read. Where permissions are not POSIX, the user's profile protects them. */
public final class PrivateFiles {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFiles() {}

    /** Makes the folder where it is not there, and closes it to others. */
    public static Path folder(Path folder) throws IOException {
        folderIfMissing(folder);
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return folder;
    }

    /** Makes the folder and its parents, closed to others; what is there stays as open as somebody has made it. */
    public static Path folderIfMissing(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder : Files.createDirectories(folder, only("rwx------"));
    }

    /** Makes the file, empty, and its folder, where they are not there. */
    public static Path file(Path file) throws IOException {
        folderOf(file);
        try {
            Files.createFile(file, only("rw-------"));
        } catch (FileAlreadyExistsException made) {
            // Made by an earlier start, or at this moment by another process.
        }
        return file;
    }

    /** A new file beside those in the folder. */
    public static Path draft(Path folder) throws IOException {
        return Files.createTempFile(folder, "draft", ".tmp", only("rw-------"));
    }

    /** Opens a new file to be written; there must be none yet. */
    public static FileChannel newFile(Path file) throws IOException {
        return FileChannel.open(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), only("rw-------"));
    }

    /** Writes the whole text or nothing, as {@link #write(Path, byte[])} does. */
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes all of it or nothing: a reader, and a crash, see the former file or the new one. Its folder is made. */
    public static void write(Path file, byte[] content) throws IOException {
        Path draft = draft(file, content);
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Writes the whole text, unless the file is there: of several who try, all find what one of them wrote. Its folder is made. */
    public static void createOnce(Path file, String text) throws IOException {
        Path draft = draft(file, text.getBytes(StandardCharsets.UTF_8));
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

    private static Path draft(Path file, byte[] content) throws IOException {
        Path draft = draft(folderOf(file));
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            Files.write(draft, content);
            channel.force(true);
        } catch (IOException failure) {
            Files.deleteIfExists(draft);
            throw failure;
        }
        return draft;
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " is no file in a folder");
        }
        return folderIfMissing(folder);
    }

    private static FileAttribute<?>[] only(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

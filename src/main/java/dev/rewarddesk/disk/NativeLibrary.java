package dev.rewarddesk.disk;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/**
 * SQLite's own program, unpacked where nobody else can write. Left to itself the driver unpacks it into the folder for temporary
 * files at every start, and leaves it there when the process is killed.
 */
public final class NativeLibrary {

    private NativeLibrary() {}

    /** Makes the driver load the library from this folder; does nothing where it was loaded already. */
    public static synchronized void prepare(Path folder) throws IOException {
        if (System.getProperty("org.sqlite.lib.path") != null) {
            return;
        }
        Path home = PrivateFiles.folder(folder.resolve(SQLiteJDBCLoader.getVersion()));
        String name = LibraryLoaderUtil.getNativeLibName();
        Path file = home.resolve(name);
        byte[] library = packed(LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name);
        // Another process may have it loaded; what is as it should be is left alone.
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), library)) {
            Path draft = PrivateFiles.draft(home);
            try {
                Files.write(draft, library);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        }
        System.setProperty("org.sqlite.lib.name", name);
        System.setProperty("org.sqlite.lib.path", home.toString());
    }

    private static byte[] packed(String resource) throws IOException {
        try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("There is no SQLite for this kind of machine (" + resource + ")");
            }
            return in.readAllBytes();
        }
    }
}

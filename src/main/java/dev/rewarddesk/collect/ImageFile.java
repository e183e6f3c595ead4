package dev.rewarddesk.collect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An image's file, read whole. */
final class ImageFile {

    /** The largest image that a workspace takes. */
    static final int LARGEST = 10 << 20;

    private static final int LONGEST_NAME = 255;

    private final String name;
    private final byte[] bytes;
    private final String hash;

    private ImageFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.hash = HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** Where the file that a line names is; refuses what is not in the folder, by whatever way it leads out of it. */
    static Path locate(Path realFolder, String written) throws BadLine {
        try {
            Path relative = Path.of(written);
            if (relative.isAbsolute()
                    || relative.startsWith("/")
                    || written.startsWith("\\")
                    || Arrays.asList(written.split("[/\\\\]")).contains("..")) {
                throw new BadLine("the image \"" + shown(written) + "\" must be a path within the folder");
            }
            Path real = realFolder.resolve(relative).toRealPath();
            if (!real.startsWith(realFolder)) {
                throw new BadLine("the image \"" + shown(written) + "\" is a link that leads out of the folder");
            }
            if (!Files.isRegularFile(real)) {
                throw new BadLine("the image \"" + shown(written) + "\" is not a file");
            }
            return real;
        } catch (NoSuchFileException missing) {
            throw new BadLine("there is no file \"" + shown(written) + "\" in the folder");
        } catch (InvalidPathException | IOException unreadable) {
            throw new BadLine(
                    "the image \"" + shown(written) + "\" cannot be found: the name or folder cannot be read");
        }
    }

    static ImageFile read(Path file) throws BadLine {
        String shown = "the image \"" + shown(file.getFileName().toString()) + "\" ";
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            bytes = in.readNBytes(LARGEST + 1);
        } catch (AccessDeniedException denied) {
            throw new BadLine(shown + "cannot be read: permission denied");
        } catch (IOException unreadable) {
            throw new BadLine(shown + "cannot be read");
        }
        if (bytes.length == 0) {
            throw new BadLine(shown + "is empty");
        }
        if (bytes.length > LARGEST) {
            throw new BadLine(shown + "is larger than " + (LARGEST >> 20) + " MB");
        }
        if (!looksLikeAnImage(bytes)) {
            throw new BadLine(shown + "is not a JPEG, PNG, WebP or GIF");
        }
        String name = PlainName.of(file.getFileName().toString(), LONGEST_NAME);
        return new ImageFile(name.isEmpty() ? "image" : name, bytes);
    }

    /** As a workspace takes it. */
    String name() {
        return name;
    }

    byte[] bytes() {
        return bytes;
    }

    String hash() {
        return hash;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    // Spares an upload that would be refused; the workspace judges in full.
    private static boolean looksLikeAnImage(byte[] bytes) {
        String start = HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 12));
        return start.startsWith("ffd8ff")
                || start.startsWith("89504e470d0a1a0a")
                || start.startsWith("474946383761")
                || start.startsWith("474946383961")
                || start.matches("52494646.{8}57454250");
    }

    /** A name as a message shows it. */
    static String shown(String written) {
        String tidy = written.replaceAll("\\p{Cntrl}", "?");
        return tidy.length() <= 200 ? tidy : tidy.substring(0, 200) + "…";
    }
}

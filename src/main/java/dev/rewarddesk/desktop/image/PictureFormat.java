package dev.rewarddesk.desktop.image;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The formats that a workspace takes, told by their first bytes. */
enum PictureFormat {
    JPEG("jpeg"),
    PNG("png"),
    WEBP("webp"),
    GIF("gif");

    private final String reader;

    PictureFormat(String reader) {
        this.reader = reader;
    }

    /** The format that the bytes begin as; their name and declared type are not asked. */
    static Optional<PictureFormat> of(byte[] bytes) {
        if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(PNG);
        }
        if (text(bytes, 0, 4).equals("RIFF") && text(bytes, 8, 4).equals("WEBP")) {
            return Optional.of(WEBP);
        }
        if (text(bytes, 0, 6).equals("GIF89a") || text(bytes, 0, 6).equals("GIF87a")) {
            return Optional.of(GIF);
        }
        return Optional.empty();
    }

    /** A new reader, to be disposed of by the caller. */
    ImageReader newReader() throws IOException {
        if (this == WEBP) {
            return new WebPImageReaderSpi().createReaderInstance(null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(reader);
        if (!readers.hasNext()) {
            throw new IOException("No reader for " + reader);
        }
        return readers.next();
    }

    private static boolean startsWith(byte[] bytes, int at, int... expected) {
        if (bytes.length < at + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[at + i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int at, int length) {
        return bytes.length < at + length
                ? ""
                : new String(Arrays.copyOfRange(bytes, at, at + length), StandardCharsets.ISO_8859_1);
    }
}

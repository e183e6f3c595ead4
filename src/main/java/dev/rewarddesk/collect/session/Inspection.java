package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import okio.ByteString;

/** Looks at what was fetched: whether it is an image by its content, and large enough. */
final class Inspection {

    /** Nobody reviews larger ones, and decoding them takes more memory than there is. */
    private static final long MOST_PIXELS = 100_000_000;

    private final int minWidth;
    private final int minHeight;

    Inspection(CollectSettings settings) {
        this.minWidth = settings.minWidth();
        this.minHeight = settings.minHeight();
    }

    Inspected inspect(ByteString bytes) throws RefusedException {
        String extension = extension(bytes);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(extension);
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return sized(bytes, extension, reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Readers of images fail in whatever way the bytes make them.
            throw new RefusedException(Reason.BROKEN_IMAGE);
        }
    }

    /** Refuses what is smaller than asked for. */
    void checkSize(int width, int height) throws RefusedException {
        if (width < minWidth || height < minHeight) {
            throw new RefusedException(new Refusal(Reason.TOO_SMALL, width + "×" + height));
        }
    }

    private Inspected sized(ByteString bytes, String extension, int width, int height) throws RefusedException {
        if ((long) width * height > MOST_PIXELS) {
            throw new RefusedException(new Refusal(Reason.TOO_MANY_PIXELS, width + "×" + height));
        }
        checkSize(width, height);
        return new Inspected(bytes, extension, width, height, Map.of());
    }

    private static String extension(ByteString bytes) throws RefusedException {
        String start = bytes.substring(0, Math.min(bytes.size(), 12)).hex().toLowerCase(Locale.ROOT);
        if (start.startsWith("ffd8ff")) {
            return "jpeg";
        }
        if (start.startsWith("89504e470d0a1a0a")) {
            return "png";
        }
        if (start.startsWith("474946383761") || start.startsWith("474946383961")) {
            return "gif";
        }
        if (start.matches("52494646.{8}57454250")) {
            return "webp";
        }
        throw new RefusedException(Reason.NOT_AN_IMAGE);
    }
}

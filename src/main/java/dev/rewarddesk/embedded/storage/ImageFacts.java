package dev.rewarddesk.embedded.storage;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * What an image file is, judged by its bytes alone and without decoding it.
 *
 * @param contentType its true type
 * @param width in pixels
 * @param height in pixels
 */
public record ImageFacts(String contentType, int width, int height) {

    private static final long MOST_PIXELS = 268_435_456;

    /** The facts; empty when the file is no whole image of an accepted type, or has more than 268 million pixels. */
    public static Optional<ImageFacts> of(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Optional<ImageForm> form = ImageForm.of(bytes);
        if (form.isEmpty() || !form.get().isWhole(bytes)) {
            return Optional.empty();
        }
        try (ImageInputStream stream = new ByteArrayImageInputStream(bytes)) {
            Iterator<ImageReader> readers =
                    ImageIO.getImageReadersByFormatName(form.get().reader());
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                return width > 0 && height > 0 && (long) width * height <= MOST_PIXELS
                        ? Optional.of(new ImageFacts(form.get().contentType(), width, height))
                        : Optional.empty();
            } catch (IOException | RuntimeException hostile) {
                // Readers fail on hostile headers in every way there is.
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }
}

package dev.rewarddesk.embedded.storage;

import dev.rewarddesk.embedded.http.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Smaller pictures of stored images, made when asked for. However large an image is, what is decoded of it is bounded. */
final class Thumbnails {

    /** No reader of WebP can skip pixels while it reads, so it needs memory for all of them. */
    private static final long MOST_WEBP_PIXELS = 64_000_000;

    private static final long MOST_PIXELS_IN_MEMORY = 16_000_000;

    // Pictures are made a few at a time; the rest wait, so that memory stays bounded as well.
    private final Semaphore turns = new Semaphore(3);

    static {
        // Pictures are read from memory; the cache would be a second copy, on disk.
        ImageIO.setUseCache(false);
    }

    /** A finished picture. */
    static final class Picture {
        private final byte[] bytes;
        private final String contentType;

        private Picture(byte[] bytes, String contentType) {
            this.bytes = bytes;
            this.contentType = contentType;
        }

        byte[] bytes() {
            return bytes;
        }

        String contentType() {
            return contentType;
        }
    }

    /** Where an image's bytes are to be had, when it is their turn. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }

    /**
     * Makes a smaller picture; never a larger one.
     *
     * @param contentType the file's true type
     * @throws Refusal when the image cannot be made smaller here
     */
    Picture of(Source source, String contentType, ThumbnailSize size) throws IOException {
        try {
            turns.acquire();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for a turn", interrupted);
        }
        try (InputStream bytes = source.open();
                ImageInputStream stream = ImageIO.createImageInputStream(bytes)) {
            String format = contentType.substring("image/".length()).toLowerCase(Locale.ROOT);
            ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
            try {
                reader.setInput(stream, true, true);
                return encoded(scaled(decoded(reader, format, size), reader, size), size.quality());
            } catch (Refusal tooLarge) {
                throw tooLarge;
            } catch (RuntimeException broken) {
                throw new IOException("cannot be decoded", broken);
            } finally {
                reader.dispose();
            }
        } finally {
            turns.release();
        }
    }

    // Reads every n-th pixel of large images, about twice as many as are needed each way.
    private static BufferedImage decoded(ImageReader reader, String format, ThumbnailSize size) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (format.equals("webp") && pixels > MOST_WEBP_PIXELS) {
            throw Refusal.of(400, "image_too_large", "This image is too large for a thumbnail; fetch it as it is.");
        }
        double[] scale = size.scale(width, height);
        int step = (int) Math.max(1, Math.floor(1 / (2 * Math.max(scale[0], scale[1]))));
        while (pixels / ((long) step * step) > MOST_PIXELS_IN_MEMORY) {
            step++;
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, parameters);
    }

    private static BufferedImage scaled(BufferedImage decoded, ImageReader reader, ThumbnailSize size)
            throws IOException {
        int sourceWidth = reader.getWidth(0);
        int sourceHeight = reader.getHeight(0);
        double[] scale = size.scale(sourceWidth, sourceHeight);
        int width = atLeastOne(sourceWidth * Math.min(1, scale[0]));
        int height = atLeastOne(sourceHeight * Math.min(1, scale[1]));
        int shownWidth = size.width() == 0 ? width : Math.min(width, size.width());
        int shownHeight = size.height() == 0 ? height : Math.min(height, size.height());
        BufferedImage whole = BoxScaler.scaled(decoded, width, height);
        return whole.getSubimage((width - shownWidth) / 2, (height - shownHeight) / 2, shownWidth, shownHeight);
    }

    private static int atLeastOne(double length) {
        return Math.max(1, (int) Math.round(length));
    }

    private static Picture encoded(BufferedImage picture, int quality) throws IOException {
        boolean transparent = picture.getColorModel().hasAlpha();
        String format = transparent ? "png" : "jpeg";
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (!transparent) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(quality / 100f);
            }
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return new Picture(bytes.toByteArray(), "image/" + format);
    }
}

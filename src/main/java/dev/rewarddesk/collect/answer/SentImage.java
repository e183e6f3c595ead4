package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.inspect.ImageFormat;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/**
 * An image as a model gets it: the file itself where it is small enough and upright, else a JPEG of it that is, the first picture of
 * an animation. Few of those who serve models turn a picture as EXIF says.
 *
 * @param dataUrl the whole file, as a URL
 * @param bytes of the file
 * @param type as its bytes say, whatever anybody declared
 * @param width in pixels
 * @param height in pixels
 */
record SentImage(String dataUrl, int bytes, String type, int width, int height) {

    /** More is not decoded. */
    private static final long MOST_PIXELS = 100_000_000;

    private static final float QUALITY = 0.85f;
    private static final int SMALLEST_SIDE = 16;

    /**
     * The image within the limits.
     *
     * @throws IOException where the bytes are no image that can be read; the message is for people
     */
    static SentImage of(byte[] file, ImageLimits limits) throws IOException {
        ImageFormat format =
                ImageFormat.of(file).orElseThrow(() -> new IOException("The file is no JPEG, PNG, WebP or GIF."));
        Turn turn = Turn.of(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("unknown");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                boolean small = Math.max(width, height) <= limits.longestSide() && file.length <= limits.bytes();
                if (small && turn.isNone()) {
                    return sent(file, "image/" + format.extension(), width, height);
                }
                if ((long) width * height > MOST_PIXELS) {
                    throw new TooManyPixels();
                }
                return copy(read(reader, Math.max(width, height), limits.longestSide()), turn, limits);
            } finally {
                reader.dispose();
            }
        } catch (TooManyPixels large) {
            throw new IOException("The image has more than 100 million pixels.", large);
        } catch (IOException | RuntimeException damaged) {
            // Decoders of foreign bytes fail in all ways.
            throw new IOException("The image cannot be read.", damaged);
        }
    }

    private static SentImage sent(byte[] file, String type, int width, int height) {
        String url = "data:" + type + ";base64," + Base64.getEncoder().encodeToString(file);
        return new SentImage(url, file.length, type, width, height);
    }

    private static final class TooManyPixels extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static BufferedImage read(ImageReader reader, int side, int wanted) throws IOException {
        ImageReadParam param = reader.getDefaultReadParam();
        // Twice what is wanted is enough to be scaled well.
        int step = Math.max(1, side / (2 * wanted));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static SentImage copy(BufferedImage picture, Turn turn, ImageLimits limits) throws IOException {
        int side = Math.min(limits.longestSide(), Math.max(picture.getWidth(), picture.getHeight()));
        while (side >= SMALLEST_SIDE) {
            BufferedImage copy = turn.upright(scaled(picture, side));
            byte[] jpeg = jpeg(copy);
            if (jpeg.length <= limits.bytes()) {
                return sent(jpeg, "image/jpeg", copy.getWidth(), copy.getHeight());
            }
            side = side * 3 / 4;
        }
        throw new IOException("too many bytes");
    }

    private static BufferedImage scaled(BufferedImage picture, int side) {
        double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = copy.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        // What shows through is as on a page.
        graphics.drawImage(picture, 0, 0, width, height, Color.WHITE, null);
        graphics.dispose();
        return copy;
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

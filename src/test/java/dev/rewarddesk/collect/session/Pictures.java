package dev.rewarddesk.collect.session;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures that differ, also to who looks at them. */
public final class Pictures {

    private Pictures() {}

    public static byte[] png(int seed) {
        return encoded(seed, 64, 48, "png");
    }

    public static byte[] jpeg(int seed) {
        return encoded(seed, 64, 48, "jpeg");
    }

    /** The same picture in another size. */
    public static byte[] scaled(int seed, int width, int height) {
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = small.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(painted(seed, 256, 192), 0, 0, width, height, null);
        canvas.dispose();
        return written(small, "png");
    }

    public static byte[] encoded(int seed, int width, int height, String format) {
        return written(painted(seed, width, height), format);
    }

    private static BufferedImage painted(int seed, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        Random random = new Random(seed);
        for (int i = 0; i < 24; i++) {
            canvas.setColor(new Color(random.nextInt(0x1000000)));
            canvas.fillRect(
                    random.nextInt(width),
                    random.nextInt(height),
                    4 + random.nextInt(width),
                    4 + random.nextInt(height));
        }
        canvas.dispose();
        return image;
    }

    private static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }
}

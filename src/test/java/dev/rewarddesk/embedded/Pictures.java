package dev.rewarddesk.embedded;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** Small pictures, no two alike. */
public final class Pictures {

    private static final AtomicInteger COUNTER = new AtomicInteger((int) System.nanoTime());

    private Pictures() {}

    public static byte[] png(int width, int height) {
        return encoded("png", width, height);
    }

    public static byte[] jpeg(int width, int height) {
        return encoded("jpg", width, height);
    }

    public static byte[] gif(int width, int height) {
        return encoded("gif", width, height);
    }

    public static byte[] webp(int width, int height) {
        return encoded("webp", width, height);
    }

    private static byte[] encoded(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        int number = COUNTER.incrementAndGet() * 0x9E3779B1;
        graphics.setColor(new Color(number >>> 8));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalArgumentException("no writer of " + format);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }
}

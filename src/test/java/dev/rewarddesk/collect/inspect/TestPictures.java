package dev.rewarddesk.collect.inspect;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures and their files. */
public final class TestPictures {

    private TestPictures() {}

    /** Shapes before a slope of light; each seed gives another one. */
    static BufferedImage painted(int seed, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(seed);
        Graphics2D pen = image.createGraphics();
        for (int x = 0; x < width; x++) {
            pen.setColor(new Color(x * 200 / width, 90, 255 - x * 200 / width));
            pen.drawLine(x, 0, x, height);
        }
        for (int i = 0; i < 14; i++) {
            pen.setColor(new Color(random.nextInt(0x1000000)));
            int across = 1 + random.nextInt(width / 2);
            int down = 1 + random.nextInt(height / 2);
            pen.fillOval(random.nextInt(width), random.nextInt(height), across, down);
            pen.fillRect(random.nextInt(width), random.nextInt(height), down, across / 2);
        }
        pen.dispose();
        return image;
    }

    /** The file of a painted picture, in a format that ImageIO names. */
    static byte[] file(int seed, String format) {
        return file(painted(seed, 96, 64), format);
    }

    static byte[] file(BufferedImage image, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException("No writer for " + format);
            }
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /**
     * A file of less than the whole picture.
     *
     * @param quality from 0 to 1
     */
    public static byte[] lossy(BufferedImage image, String format, float quality, boolean progressive) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        if (param.getCompressionType() == null) {
            param.setCompressionType(param.getCompressionTypes()[0]);
        }
        param.setCompressionQuality(quality);
        if (progressive) {
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

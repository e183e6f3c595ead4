package dev.rewarddesk.contract;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Images that no other test has. */
final class Pictures {

    private static final Random RANDOM = new Random();

    private Pictures() {}

    /** A small image in a format that ImageIO knows by name. */
    static byte[] random(String format) throws IOException {
        return random(format, 24, 16);
    }

    static byte[] random(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, RANDOM.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (!ImageIO.write(image, format, out)) {
            throw new IOException("nothing writes " + format);
        }
        return out.toByteArray();
    }
}

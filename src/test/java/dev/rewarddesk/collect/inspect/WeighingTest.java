package dev.rewarddesk.collect.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class WeighingTest {

    private static final int[] KINDS = {
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_INT_ARGB,
        BufferedImage.TYPE_INT_ARGB_PRE,
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_4BYTE_ABGR,
        BufferedImage.TYPE_4BYTE_ABGR_PRE,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY
    };

    @Property(tries = 200)
    void everyKindOfPictureIsAsLightAsItsColoursOnWhite(
            @ForAll @IntRange(max = 8) int kind,
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 70) int height,
            @ForAll long seed) {
        assertAsLightAsItsColours(noise(KINDS[kind], width, height, seed));
    }

    @Property(tries = 60)
    void soIsWhatAReaderMakesOfAFile(
            @ForAll @IntRange(max = 8) int kind, @ForAll @IntRange(min = 1, max = 50) int side, @ForAll long seed)
            throws IOException {
        byte[] file = TestPictures.file(noise(KINDS[kind], side, side, seed), "png");

        assertAsLightAsItsColours(ImageIO.read(new ByteArrayInputStream(file)));
    }

    private static void assertAsLightAsItsColours(BufferedImage image) {
        int width = image.getWidth();
        int top = image.getHeight() / 3;
        int rows = image.getHeight() - top;
        int[] weights = new int[width * rows + 3];

        Weighing.of(image).weigh(top, rows, weights);

        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < width; x++) {
                int colour = image.getRGB(x, top + y);
                double alpha = (colour >>> 24) / 255.0;
                double light = 0.299 * (colour >> 16 & 0xff) + 0.587 * (colour >> 8 & 0xff) + 0.114 * (colour & 0xff);
                double onWhite = light * alpha + 255 * (1 - alpha);
                assertThat(weights[y * width + x] / 1000.0).isBetween(onWhite - 2, onWhite + 2);
            }
        }
    }

    private static BufferedImage noise(int kind, int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage colours = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                colours.setRGB(x, y, random.nextInt());
            }
        }
        BufferedImage image = new BufferedImage(width, height, kind);
        Graphics2D pen = image.createGraphics();
        pen.drawImage(colours, 0, 0, null);
        pen.dispose();
        return image;
    }
}

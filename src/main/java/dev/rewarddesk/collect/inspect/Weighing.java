package dev.rewarddesk.collect.inspect;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.util.Arrays;

/**
 * Tells how light each pixel of a picture is, by the weights of ITU-R BT.601 for gamma-corrected red, green and blue. What is
 * transparent is white, as on most pages. Red, green and blue count as they are stored, whatever profile they are for: a copy
 * that has lost its profile is to look like the original, and converting takes longer than all that is measured.
 */
@FunctionalInterface
interface Weighing {

    /** What 1 of 255 counts. */
    float UNIT = 1000;

    /**
     * Weighs whole rows.
     *
     * @param weights takes a number from 0 to 255,000 for each pixel
     */
    void weigh(int top, int rows, int[] weights);

    /** The quickest for the kind of picture. */
    static Weighing of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        if (colours instanceof IndexColorModel palette) {
            return ofPalette(image, palette);
        }
        if (colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            return ofGrey(image);
        }
        boolean areBytes = image.getRaster().getDataBuffer() instanceof DataBufferByte
                && image.getRaster().getSampleModel() instanceof PixelInterleavedSampleModel;
        boolean isPlain = colours.getColorSpace().getType() == ColorSpace.TYPE_RGB
                && !colours.isAlphaPremultiplied()
                && Arrays.stream(colours.getComponentSize()).allMatch(bits -> bits == Byte.SIZE);
        return areBytes && isPlain ? ofBytes(image) : ofDrawn(image);
    }

    private static Weighing ofPalette(BufferedImage image, IndexColorModel palette) {
        int[] colours = new int[palette.getMapSize()];
        palette.getRGBs(colours);
        int[] table = Arrays.stream(colours)
                .map(colour -> onWhite(weight(colour), colour >>> 24))
                .toArray();
        return (top, rows, weights) -> {
            int count = image.getWidth() * rows;
            image.getRaster().getSamples(0, top, image.getWidth(), rows, 0, weights);
            for (int i = 0; i < count; i++) {
                // A hostile file may name colours that its palette lacks.
                weights[i] = table[Math.min(weights[i], table.length - 1)];
            }
        };
    }

    // Java takes some kinds of grey for linear light and would show them too bright.
    private static Weighing ofGrey(BufferedImage image) {
        int bands = image.getRaster().getNumBands();
        double most = (1L << image.getColorModel().getComponentSize(0)) - 1;
        return (top, rows, weights) -> {
            int[] samples = image.getRaster().getPixels(0, top, image.getWidth(), rows, (int[]) null);
            for (int i = 0; i < image.getWidth() * rows; i++) {
                double alpha = bands > 1 ? samples[i * bands + 1] / most : 1;
                weights[i] = (int) (255_000 * (samples[i * bands] / most * alpha + 1 - alpha));
            }
        };
    }

    private static Weighing ofBytes(BufferedImage image) {
        Raster raster = image.getRaster();
        byte[] bytes = ((DataBufferByte) raster.getDataBuffer()).getData();
        PixelInterleavedSampleModel layout = (PixelInterleavedSampleModel) raster.getSampleModel();
        int[] offsets = layout.getBandOffsets();
        int begin = raster.getDataBuffer().getOffset();
        int width = image.getWidth();
        return (top, rows, weights) -> {
            for (int y = 0; y < rows; y++) {
                int at = begin + (top + y) * layout.getScanlineStride();
                for (int x = 0; x < width; x++, at += layout.getPixelStride()) {
                    int weight = weight(
                            bytes[at + offsets[0]] & 0xff,
                            bytes[at + offsets[1]] & 0xff,
                            bytes[at + offsets[2]] & 0xff);
                    weights[y * width + x] =
                            offsets.length > 3 ? onWhite(weight, bytes[at + offsets[3]] & 0xff) : weight;
                }
            }
        };
    }

    private static Weighing ofDrawn(BufferedImage image) {
        int width = image.getWidth();
        return (top, rows, weights) -> {
            BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = band.createGraphics();
            pen.drawImage(image, 0, -top, Color.WHITE, null);
            pen.dispose();
            int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
            for (int i = 0; i < width * rows; i++) {
                weights[i] = weight(pixels[i]);
            }
        };
    }

    private static int weight(int colour) {
        return weight(colour >> 16 & 0xff, colour >> 8 & 0xff, colour & 0xff);
    }

    private static int weight(int red, int green, int blue) {
        return 299 * red + 587 * green + 114 * blue;
    }

    private static int onWhite(int weight, int alpha) {
        return (weight * alpha + 255_000 * (255 - alpha)) / 255;
    }
}

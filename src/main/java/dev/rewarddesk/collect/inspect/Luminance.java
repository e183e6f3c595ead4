package dev.rewarddesk.collect.inspect;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Makes of a picture's colours what is light and dark in it; what is transparent is white, as on most pages. */
final class Luminance {

    /** The longest side of the result, unless the picture is smaller. */
    static final int SIDE = 512;

    private static final int BAND = 32;

    private Luminance() {}

    /** By the weights of ITU-R BT.601 for gamma-corrected red, green and blue, of which each value is the mean of a square. */
    static Plane of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int factor = Math.ceilDiv(Math.max(width, height), SIDE);
        int outWidth = Math.ceilDiv(width, factor);
        int outHeight = Math.ceilDiv(height, factor);
        int bandRows = factor * Math.max(1, BAND / factor);
        float[] values = new float[outWidth * outHeight];
        int[] weights = new int[width * bandRows];
        for (int top = 0; top < height; top += bandRows) {
            int rows = Math.min(bandRows, height - top);
            weigh(image, top, rows, weights);
            average(weights, width, rows, factor, values, top / factor * outWidth, outWidth);
        }
        return new Plane(outWidth, outHeight, values);
    }

    // In thousandths.
    private static void weigh(BufferedImage image, int top, int rows, int[] weights) {
        if (image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            weighGrey(image, top, rows, weights);
            return;
        }
        int width = image.getWidth();
        BufferedImage band = new BufferedImage(width, rows, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = band.createGraphics();
        pen.drawImage(image, 0, -top, Color.WHITE, null);
        pen.dispose();
        int[] pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < width * rows; i++) {
            int pixel = pixels[i];
            weights[i] = 299 * (pixel >> 16 & 0xff) + 587 * (pixel >> 8 & 0xff) + 114 * (pixel & 0xff);
        }
    }

    // Java takes some kinds of grey for linear light and would show them too bright.
    private static void weighGrey(BufferedImage image, int top, int rows, int[] weights) {
        int bands = image.getRaster().getNumBands();
        double most = (1L << image.getColorModel().getComponentSize(0)) - 1;
        int[] samples = image.getRaster().getPixels(0, top, image.getWidth(), rows, (int[]) null);
        for (int i = 0; i < image.getWidth() * rows; i++) {
            double alpha = bands > 1 ? samples[i * bands + 1] / most : 1;
            weights[i] = (int) (255_000 * (samples[i * bands] / most * alpha + 1 - alpha));
        }
    }

    private static void average(
            int[] weights, int width, int rows, int factor, float[] values, int start, int outWidth) {
        for (int top = 0; top < rows; top += factor) {
            int high = Math.min(factor, rows - top);
            int at = start + top / factor * outWidth;
            for (int left = 0; left < width; left += factor) {
                int wide = Math.min(factor, width - left);
                long sum = 0;
                for (int y = top; y < top + high; y++) {
                    for (int x = left; x < left + wide; x++) {
                        sum += weights[y * width + x];
                    }
                }
                values[at++] = (float) (sum / (1000.0 * wide * high));
            }
        }
    }
}

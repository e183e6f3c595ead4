package dev.rewarddesk.collect.inspect;

import java.awt.image.BufferedImage;

/** Makes of a picture's colours what is light and dark in it, in about the size that measuring takes. */
final class Luminance {

    /** The longest side of the result, unless the picture is smaller. */
    static final int SIDE = 512;

    private static final int BAND = 32;

    private Luminance() {}

    /** Each value is the mean of a square. */
    static Plane of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int factor = Math.ceilDiv(Math.max(width, height), SIDE);
        int outWidth = Math.ceilDiv(width, factor);
        int outHeight = Math.ceilDiv(height, factor);
        int bandRows = factor * Math.max(1, BAND / factor);
        float[] values = new float[outWidth * outHeight];
        int[] weights = new int[width * bandRows];
        Weighing weighing = Weighing.of(image);
        for (int top = 0; top < height; top += bandRows) {
            int rows = Math.min(bandRows, height - top);
            weighing.weigh(top, rows, weights);
            average(weights, width, rows, factor, values, top / factor * outWidth, outWidth);
        }
        return new Plane(outWidth, outHeight, values);
    }

    private static void average(
            int[] weights, int width, int rows, int factor, float[] values, int start, int outWidth) {
        if (factor == 1) {
            for (int i = 0; i < width * rows; i++) {
                values[start + i] = weights[i] / Weighing.UNIT;
            }
            return;
        }
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
                values[at++] = sum / (Weighing.UNIT * wide * high);
            }
        }
    }
}

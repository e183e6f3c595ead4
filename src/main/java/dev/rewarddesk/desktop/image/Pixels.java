package dev.rewarddesk.desktop.image;

import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.util.Arrays;

/** Pixels in memory: 32 bits each, premultiplied alpha, red, green, blue, row after row. */
public final class Pixels {

    // Conversion goes through a buffer of so many rows, so that a large image is never in memory twice at full size.
    private static final int BAND = 64;

    private final int width;
    private final int height;
    private final int[] argb;

    private Pixels(int width, int height, int[] argb) {
        this.width = width;
        this.height = height;
        this.argb = argb;
    }

    /**
     * The image's pixels, each the average of a square.
     *
     * @param factor the square's side, a power of two; squares at the right and lower edge may be smaller
     */
    static Pixels averaged(BufferedImage image, int factor) {
        int width = Math.ceilDiv(image.getWidth(), factor);
        int height = Math.ceilDiv(image.getHeight(), factor);
        int[] result = new int[Math.multiplyExact(width, height)];
        int bandRows = Math.max(1, BAND / factor);
        try (Rows rows = Rows.of(image, bandRows * factor)) {
            for (int row = 0; row < height; row += bandRows) {
                int top = row * factor;
                int count = Math.min(bandRows * factor, image.getHeight() - top);
                average(rows.from(top, count), image.getWidth(), count, factor, result, row * width, width);
            }
        }
        return new Pixels(width, height, result);
    }

    /** These pixels at half the size, each the average of up to four. */
    public Pixels half() {
        int newWidth = Math.ceilDiv(width, 2);
        int newHeight = Math.ceilDiv(height, 2);
        int[] result = new int[newWidth * newHeight];
        average(argb, width, height, 2, result, 0, newWidth);
        return new Pixels(newWidth, newHeight, result);
    }

    /** A part of these pixels. */
    public Pixels cut(PixelArea area) {
        int[] result = new int[area.width() * area.height()];
        for (int row = 0; row < area.height(); row++) {
            System.arraycopy(argb, (area.y() + row) * width + area.x(), result, row * area.width(), area.width());
        }
        return new Pixels(area.width(), area.height(), result);
    }

    /** These pixels turned upright. */
    Pixels upright(Orientation orientation) {
        if (orientation == Orientation.UPRIGHT) {
            return this;
        }
        int newWidth = orientation.sideways() ? height : width;
        int newHeight = orientation.sideways() ? width : height;
        int[] result = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                result[y * newWidth + x] =
                        argb[orientation.storedY(x, y, height) * width + orientation.storedX(x, y, width)];
            }
        }
        return new Pixels(newWidth, newHeight, result);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The pixels themselves, not a copy, so that a screen can show them without one. */
    public IntBuffer buffer() {
        return IntBuffer.wrap(argb);
    }

    boolean hasTransparency() {
        return Arrays.stream(argb).anyMatch(pixel -> pixel >>> 24 < 255);
    }

    /** One pixel, premultiplied. */
    public int at(int x, int y) {
        return argb[y * width + x];
    }

    private static void average(
            int[] source, int width, int rows, int factor, int[] result, int resultStart, int resultWidth) {
        if (factor == 1) {
            System.arraycopy(source, 0, result, resultStart, width * rows);
            return;
        }
        int shift = Integer.numberOfTrailingZeros(factor);
        int[] alpha = new int[resultWidth];
        int[] red = new int[resultWidth];
        int[] green = new int[resultWidth];
        int[] blue = new int[resultWidth];
        for (int top = 0; top < rows; top += factor) {
            int squareRows = Math.min(factor, rows - top);
            for (int[] sums : new int[][] {alpha, red, green, blue}) {
                Arrays.fill(sums, 0);
            }
            for (int y = top; y < top + squareRows; y++) {
                for (int x = 0, at = y * width; x < width; x++, at++) {
                    int pixel = source[at];
                    int square = x >> shift;
                    alpha[square] += pixel >>> 24;
                    red[square] += (pixel >> 16) & 0xff;
                    green[square] += (pixel >> 8) & 0xff;
                    blue[square] += pixel & 0xff;
                }
            }
            int out = resultStart + top / factor * resultWidth;
            for (int square = 0; square < resultWidth; square++) {
                int count = squareRows * Math.min(factor, width - square * factor);
                int half = count / 2;
                result[out + square] = (((alpha[square] + half) / count) << 24)
                        | (((red[square] + half) / count) << 16)
                        | (((green[square] + half) / count) << 8)
                        | ((blue[square] + half) / count);
            }
        }
    }
}

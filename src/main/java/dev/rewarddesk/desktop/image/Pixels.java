package dev.rewarddesk.desktop.image;

import java.awt.image.BufferedImage;
import java.nio.IntBuffer;
import java.util.Arrays;

/** Pixels in memory: 32 bits each, premultiplied alpha, red, green, blue, row after row. */
public final class Pixels {

    // Conversion goes through a buffer of so many rows, so that a large image is never in memory twice at full size.
    private static final int BAND = 64;

    // A blur reaches so many times less far than the picture is large; three of them, one after the other.
    private static final int BLUR = 14;

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

    /** Pixels that are transparent until somebody writes others into the buffer. */
    static Pixels blank(int width, int height) {
        return new Pixels(width, height, new int[Math.multiplyExact(width, height)]);
    }

    /**
     * These pixels in another size, no larger either way: each the average of all that it covers, those at its edge in part.
     */
    Pixels shrunkTo(int newWidth, int newHeight) {
        int[] across = new int[newWidth * height];
        shrinkRows(argb, width, height, across, newWidth);
        // Turned over, the columns are rows.
        int[] turned = transposed(across, newWidth, height);
        int[] down = new int[newWidth * newHeight];
        shrinkRows(turned, height, newWidth, down, newHeight);
        return new Pixels(newWidth, newHeight, transposed(down, newHeight, newWidth));
    }

    /** These pixels so blurred that shapes and colours are all that is left to see. */
    public Pixels blurred() {
        int radius = Math.max(2, Math.max(width, height) / BLUR);
        int[] now = argb;
        for (int pass = 0; pass < 3; pass++) {
            now = transposed(blurredRows(now, width, height, radius), width, height);
            now = transposed(blurredRows(now, height, width, radius), height, width);
        }
        return new Pixels(width, height, now);
    }

    /** How much memory they take. */
    long bytes() {
        return 4L * argb.length;
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

    private static void shrinkRows(int[] source, int width, int rows, int[] result, int newWidth) {
        float step = (float) width / newWidth;
        for (int y = 0; y < rows; y++) {
            int from = y * width;
            for (int x = 0; x < newWidth; x++) {
                float start = x * step;
                float end = Math.min(start + step, width);
                float alpha = 0;
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int at = (int) start; at < end; at++) {
                    float share = Math.min(at + 1, end) - Math.max(at, start);
                    int pixel = source[from + at];
                    alpha += share * (pixel >>> 24);
                    red += share * ((pixel >> 16) & 0xff);
                    green += share * ((pixel >> 8) & 0xff);
                    blue += share * (pixel & 0xff);
                }
                float whole = end - start;
                result[y * newWidth + x] = argb(alpha / whole, red / whole, green / whole, blue / whole);
            }
        }
    }

    private static int[] blurredRows(int[] source, int width, int rows, int radius) {
        int[] result = new int[source.length];
        for (int y = 0; y < rows; y++) {
            int row = y * width;
            for (int x = 0; x < width; x++) {
                int first = Math.max(0, x - radius);
                int last = Math.min(width - 1, x + radius);
                float alpha = 0;
                float red = 0;
                float green = 0;
                float blue = 0;
                for (int at = first; at <= last; at++) {
                    int pixel = source[row + at];
                    alpha += pixel >>> 24;
                    red += (pixel >> 16) & 0xff;
                    green += (pixel >> 8) & 0xff;
                    blue += pixel & 0xff;
                }
                float count = last - first + 1;
                result[row + x] = argb(alpha / count, red / count, green / count, blue / count);
            }
        }
        return result;
    }

    private static int[] transposed(int[] source, int width, int height) {
        int[] result = new int[source.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                result[x * height + y] = source[y * width + x];
            }
        }
        return result;
    }

    private static int argb(float alpha, float red, float green, float blue) {
        return (int) (alpha + 0.5f) << 24 | (int) (red + 0.5f) << 16 | (int) (green + 0.5f) << 8 | (int) (blue + 0.5f);
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

package dev.rewarddesk.embedded.storage;

import java.awt.image.BufferedImage;

/**
 * Makes pictures smaller: each new pixel is the mean of those it stands for. Without Java's 2D graphics, which would go
 * looking for a display.
 */
final class BoxScaler {

    private final BufferedImage source;
    private final int width;
    private final long[] alpha;
    private final long[] red;
    private final long[] green;
    private final long[] blue;
    private final int[] count;

    private BoxScaler(BufferedImage source, int width) {
        this.source = source;
        this.width = width;
        this.alpha = new long[width];
        this.red = new long[width];
        this.green = new long[width];
        this.blue = new long[width];
        this.count = new int[width];
    }

    /** The picture in another size; with transparency where the source has it. */
    static BufferedImage scaled(BufferedImage source, int width, int height) {
        boolean transparent = source.getColorModel().hasAlpha();
        BufferedImage target = new BufferedImage(
                width, height, transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        BoxScaler scaler = new BoxScaler(source, width);
        int[] row = new int[source.getWidth()];
        for (int y = 0; y < height; y++) {
            int first = start(y, source.getHeight(), height);
            int last = Math.max(first + 1, start(y + 1, source.getHeight(), height));
            for (int line = first; line < last; line++) {
                source.getRGB(0, line, row.length, 1, row, 0, row.length);
                scaler.add(row);
            }
            target.setRGB(0, y, width, 1, scaler.means(), 0, width);
        }
        return target;
    }

    private void add(int[] row) {
        for (int x = 0; x < width; x++) {
            int first = start(x, source.getWidth(), width);
            int last = Math.max(first + 1, start(x + 1, source.getWidth(), width));
            for (int column = first; column < last; column++) {
                int pixel = row[column];
                int opacity = pixel >>> 24;
                alpha[x] += opacity;
                // What is transparent has no colour to give.
                red[x] += (long) opacity * (pixel >> 16 & 0xFF);
                green[x] += (long) opacity * (pixel >> 8 & 0xFF);
                blue[x] += (long) opacity * (pixel & 0xFF);
            }
            count[x] += last - first;
        }
    }

    private int[] means() {
        int[] pixels = new int[width];
        for (int x = 0; x < width; x++) {
            long opacity = Math.max(1, alpha[x]);
            pixels[x] = (int) (rounded(alpha[x], count[x]) << 24
                    | rounded(red[x], opacity) << 16
                    | rounded(green[x], opacity) << 8
                    | rounded(blue[x], opacity));
            alpha[x] = 0;
            red[x] = 0;
            green[x] = 0;
            blue[x] = 0;
            count[x] = 0;
        }
        return pixels;
    }

    private static int start(int index, int sourceLength, int targetLength) {
        return (int) ((long) index * sourceLength / targetLength);
    }

    private static long rounded(long sum, long count) {
        return (sum + count / 2) / count;
    }
}

package dev.rewarddesk.desktop.image;

import java.awt.Point;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;

/**
 * Where a reader may put the rows of an opaque picture of eight bits: each is averaged as it comes and forgotten, so that a
 * picture of any size needs no more memory than its result and a row.
 */
final class Streamed extends WritableRaster {

    private static final int BANDS = 3;

    private final int factor;
    private final int shift;
    private final int outWidth;
    private final int[] result;
    private final int[] sums;
    private final byte[] row;
    private int rowsInSums;
    private int nextRow;

    private Streamed(int width, int height, int factor, int[] result) {
        super(
                new PixelInterleavedSampleModel(
                        DataBuffer.TYPE_BYTE, width, height, BANDS, width * BANDS, new int[] {0, 1, 2}),
                // Every row is the same one.
                new DataBufferByte(width * BANDS),
                new Point(0, 0));
        this.factor = factor;
        this.shift = Integer.numberOfTrailingZeros(factor);
        this.outWidth = Math.ceilDiv(width, factor);
        this.result = result;
        this.sums = new int[outWidth * BANDS];
        this.row = new byte[width * BANDS];
    }

    /**
     * A place for a picture whose rows come from top to bottom.
     *
     * @param factor the side of the squares that are averaged, a power of two
     * @param result takes the pixels
     */
    static BufferedImage into(int width, int height, int factor, int[] result) {
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, ColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
        return new BufferedImage(colours, new Streamed(width, height, factor, result), false, null);
    }

    /** Whether every row has come. */
    static boolean isWhole(BufferedImage image) {
        return image.getRaster() instanceof Streamed streamed && streamed.nextRow == streamed.height;
    }

    @Override
    public void setRect(int toX, int toY, Raster source) {
        if (toY == 0) {
            // A progressive picture comes several times, better each time.
            nextRow = 0;
            rowsInSums = 0;
            Arrays.fill(sums, 0);
        }
        if (toX != 0 || toY != nextRow || source.getWidth() != width || source.getNumBands() != BANDS) {
            throw new IllegalStateException("A row that was not expected: " + toY + " after " + nextRow);
        }
        for (int y = 0; y < source.getHeight(); y++) {
            source.getDataElements(source.getMinX(), source.getMinY() + y, width, 1, row);
            take();
        }
    }

    private void take() {
        for (int x = 0, at = 0; x < width; x++, at += BANDS) {
            int sum = (x >> shift) * BANDS;
            sums[sum] += row[at] & 0xff;
            sums[sum + 1] += row[at + 1] & 0xff;
            sums[sum + 2] += row[at + 2] & 0xff;
        }
        rowsInSums++;
        nextRow++;
        if (rowsInSums == factor || nextRow == height) {
            put((nextRow - 1) / factor * outWidth);
        }
    }

    private void put(int start) {
        for (int square = 0, sum = 0; square < outWidth; square++, sum += BANDS) {
            int count = rowsInSums * Math.min(factor, width - square * factor);
            int half = count / 2;
            result[start + square] = 0xff000000
                    | ((sums[sum] + half) / count) << 16
                    | ((sums[sum + 1] + half) / count) << 8
                    | ((sums[sum + 2] + half) / count);
            sums[sum] = 0;
            sums[sum + 1] = 0;
            sums[sum + 2] = 0;
        }
        rowsInSums = 0;
    }
}

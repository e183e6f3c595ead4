package dev.rewarddesk.collect.inspect;

import java.util.stream.DoubleStream;

/**
 * How sharp a picture is: one less the blur of Crété-Roffet, Dolmiere, Ladret and Nicolas, <i>The Blur Effect: Perception and
 * Estimation with a New No-Reference Perceptual Blur Metric</i>, SPIE 6492 (2007). A sharp picture loses much of the difference
 * between neighbours when it is blurred, a blurred one little.
 */
final class Sharpness {

    /** How many values the paper's filter takes the mean of. */
    private static final int TAPS = 9;

    private Sharpness() {}

    /** From 0 to 1; 0 for a picture in which nothing differs. */
    static double of(Plane plane) {
        return 1 - Math.max(blurDown(plane), blurDown(plane.turned(5)));
    }

    // All columns at once, row by row: processors are good at that.
    private static double blurDown(Plane plane) {
        int width = plane.width();
        int last = plane.height() - 1;
        float[] values = plane.values();
        double[] sums = firstSums(plane);
        double[] above = new double[width];
        double[] all = new double[width];
        double[] lost = new double[width];
        for (int y = 0; y <= last; y++) {
            if (y > 0) {
                compare(values, y * width, sums, above, all, lost);
            }
            System.arraycopy(sums, 0, above, 0, width);
            int next = Math.min(last, y + 1 + TAPS / 2) * width;
            int gone = Math.max(0, y - TAPS / 2) * width;
            for (int x = 0; x < width; x++) {
                sums[x] += values[next + x] - values[gone + x];
            }
        }
        double whole = DoubleStream.of(all).sum();
        return whole == 0 ? 1 : (whole - DoubleStream.of(lost).sum()) / whole;
    }

    // Beyond the edges the picture goes on as it is there.
    private static double[] firstSums(Plane plane) {
        double[] sums = new double[plane.width()];
        for (int i = -TAPS / 2; i <= TAPS / 2; i++) {
            int row = Math.clamp(i, 0, plane.height() - 1) * plane.width();
            for (int x = 0; x < sums.length; x++) {
                sums[x] += plane.values()[row + x];
            }
        }
        return sums;
    }

    /** Adds how much each value of a row differs from the one above it, and how much less so when both are blurred. */
    private static void compare(float[] values, int at, double[] sums, double[] above, double[] all, double[] lost) {
        int width = sums.length;
        for (int x = 0; x < width; x++) {
            double difference = Math.abs(values[at + x] - values[at - width + x]);
            double blurred = Math.abs(sums[x] - above[x]) / TAPS;
            all[x] += difference;
            lost[x] += Math.max(0, difference - blurred);
        }
    }
}

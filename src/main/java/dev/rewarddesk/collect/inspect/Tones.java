package dev.rewarddesk.collect.inspect;

import java.util.stream.IntStream;

/** How a picture's tones lie between black and white. */
final class Tones {

    private static final double WHITE = 255;

    /** How far from the middle a value may be, as in the paper. */
    private static final double SIGMA = 0.2;

    /** The measure for values in steps: it would take most of the time otherwise. */
    private static final int STEPS = 8;

    private static final double[] EXPOSED = IntStream.rangeClosed(0, 255 * STEPS)
            .mapToDouble(step -> step / (WHITE * STEPS) - 0.5)
            .map(off -> Math.exp(-off * off / (2 * SIGMA * SIGMA)))
            .toArray();

    /** What the values of a picture deviate by in which all tones from black to white are equally frequent. */
    private static final double EVEN = 1 / Math.sqrt(12);

    private Tones() {}

    /**
     * How well it is exposed: the mean over all values of {@code exp(-(v - 0.5)² / (2 σ²))} with σ = 0.2, v from 0 to 1, which
     * Mertens, Kautz and Van Reeth, <i>Exposure Fusion</i>, Pacific Graphics (2007), section 3.1, call well-exposedness. Near 0 for
     * all black and all white, so for a page of text too; 1 for all grey.
     */
    static double exposure(Plane plane) {
        double sum = 0;
        for (float value : plane.values()) {
            sum += EXPOSED[Math.round(value * STEPS)];
        }
        return sum / plane.values().length;
    }

    /**
     * How much its tones differ: the root mean square contrast of Peli, <i>Contrast in complex images</i>, JOSA A 7 (1990), which is
     * the standard deviation of the values, as a share of the 1 / √12 of a picture that has all tones equally often; 1 above it.
     */
    static double contrast(Plane plane) {
        double sum = 0;
        double squares = 0;
        for (float value : plane.values()) {
            double tone = value / WHITE;
            sum += tone;
            squares += tone * tone;
        }
        int count = plane.values().length;
        double mean = sum / count;
        return Math.min(1, Math.sqrt(Math.max(0, squares / count - mean * mean)) / EVEN);
    }
}

package dev.rewarddesk.collect.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes patterns of a picture's coarse frequencies, after Zauner, <i>Implementation and Benchmarking of Perceptual Image Hash
 * Functions</i> (2010), section 3.2.1: of the picture's discrete cosine transform (Ahmed, Natarajan and Rao 1974) the 12 × 12 coarsest
 * frequencies besides the constant ones, each a bit that is 1 where it is above their median. The same frequencies are there in any
 * size; light, contrast and fine detail hardly matter. They are taken of the whole and of parts of it, since a picture of which an
 * edge was cut off has others.
 */
final class Cosines {

    private static final int SIDE = 64;
    private static final int FREQUENCIES = 12;

    /** Bits of like frequencies are alike in many pictures; so far from each other they stand in different parts of a pattern. */
    private static final int STRIDE = 17;

    /** The standard deviation of values below which there is nothing to tell pictures by, but noise. */
    private static final double FLAT = 2.0;

    private static final Window WHOLE = new Window(0, 0);
    private static final Window FIRST_CUT = new Window(0.04, 0);
    private static final Window LAST_CUT = new Window(0, 0.04);

    /** What is left of the picture across and down. */
    private static final List<Cut> CUTS = List.of(
            new Cut(WHOLE, WHOLE),
            new Cut(new Window(0.015, 0.015), new Window(0.015, 0.015)),
            new Cut(new Window(0.035, 0.035), new Window(0.035, 0.035)),
            new Cut(FIRST_CUT, WHOLE),
            new Cut(LAST_CUT, WHOLE),
            new Cut(WHOLE, FIRST_CUT),
            new Cut(WHOLE, LAST_CUT));

    private Cosines() {}

    private record Cut(Window across, Window down) {}

    /** The waves of the frequencies in a part of a row of values. */
    private static final class Window {
        private final double[][] waves = new double[FREQUENCIES][SIDE];

        Window(double before, double after) {
            double from = before * SIDE;
            double to = SIDE - after * SIDE;
            for (int i = 0; i < FREQUENCIES; i++) {
                for (int x = 0; x < SIDE; x++) {
                    double start = Math.max(x, from);
                    double end = Math.min(x + 1, to);
                    if (end > start) {
                        double middle = (start + end) / 2 - from;
                        waves[i][x] = (end - start) * Math.cos(Math.PI * (i + 1) * middle / (to - from));
                    }
                }
            }
        }

        /** How much there is of each frequency in each row, given column after column: frequency after frequency. */
        double[] across(double[] columns) {
            double[] rows = new double[FREQUENCIES * SIDE];
            for (int i = 0; i < FREQUENCIES; i++) {
                for (int x = 0; x < SIDE; x++) {
                    double weight = waves[i][x];
                    for (int y = 0; y < SIDE; y++) {
                        rows[i * SIDE + y] += weight * columns[x * SIDE + y];
                    }
                }
            }
            return rows;
        }

        /** How much there is of each pair of frequencies, by what {@link #across} gave. */
        double[] down(double[] rows) {
            double[] both = new double[FREQUENCIES * FREQUENCIES];
            for (int j = 0; j < FREQUENCIES; j++) {
                for (int i = 0; i < FREQUENCIES; i++) {
                    double sum = 0;
                    for (int y = 0; y < SIDE; y++) {
                        sum += waves[j][y] * rows[i * SIDE + y];
                    }
                    both[j * FREQUENCIES + i] = sum;
                }
            }
            return both;
        }
    }

    /** Empty where the picture is one flat colour, or nearly so. */
    static Optional<Fingerprint> of(Plane plane) {
        Plane small = plane.scaledTo(SIDE, SIDE);
        if (deviation(small.values()) < FLAT) {
            return Optional.empty();
        }
        double[] columns = columns(small);
        Map<Window, double[]> across = new HashMap<>();
        List<Pattern> patterns = new ArrayList<>();
        for (Cut cut : CUTS) {
            double[] rows = across.computeIfAbsent(cut.across(), window -> window.across(columns));
            patterns.add(pattern(cut.down().down(rows)));
        }
        return Optional.of(new Fingerprint(patterns));
    }

    private static Pattern pattern(double[] frequencies) {
        double[] sorted = frequencies.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long[] words = new long[Math.ceilDiv(Pattern.BITS, Long.SIZE)];
        for (int i = 0; i < frequencies.length; i++) {
            if (frequencies[i] > median) {
                int bit = i * STRIDE % Pattern.BITS;
                words[bit / Long.SIZE] |= 1L << (bit % Long.SIZE);
            }
        }
        return new Pattern(words[0], words[1], (int) words[2]);
    }

    private static double[] columns(Plane plane) {
        double[] columns = new double[SIDE * SIDE];
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                columns[x * SIDE + y] = plane.at(x, y);
            }
        }
        return columns;
    }

    private static double deviation(float[] values) {
        double sum = 0;
        double squares = 0;
        for (float value : values) {
            sum += value;
            squares += (double) value * value;
        }
        double mean = sum / values.length;
        return Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    }
}

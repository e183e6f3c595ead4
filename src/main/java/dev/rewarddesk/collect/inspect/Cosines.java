package dev.rewarddesk.collect.inspect;

import java.util.Arrays;
import java.util.Optional;

/**
 * Makes fingerprints of a picture's coarse frequencies, as PDQ does (Facebook, <i>The TMK+PDQF Video-Hashing Algorithm and the PDQ
 * Image-Hashing Algorithm</i>, 2019) after Zauner, <i>Implementation and Benchmarking of Perceptual Image Hash Functions</i> (2010):
 * the picture in 64 × 64 values, of its discrete cosine transform (Ahmed, Natarajan and Rao 1974) the 16 × 16 coarsest frequencies
 * without the constant one, each 1 where it is above their median. The same frequencies are there in any size; light, contrast and
 * fine detail do not matter.
 */
final class Cosines {

    private static final int SIDE = 64;
    private static final int FREQUENCIES = 16;

    /** The standard deviation of values below which there is nothing to tell pictures by, but noise. */
    private static final double FLAT = 2.0;

    private static final double[][] WAVES = new double[FREQUENCIES][SIDE];

    static {
        for (int i = 0; i < FREQUENCIES; i++) {
            for (int x = 0; x < SIDE; x++) {
                WAVES[i][x] = Math.cos(Math.PI / SIDE * (x + 0.5) * (i + 1));
            }
        }
    }

    private Cosines() {}

    /** Empty where the picture is one flat colour, or nearly so. */
    static Optional<Fingerprint> of(Plane plane) {
        Plane small = plane.scaledTo(SIDE, SIDE);
        if (deviation(small.values()) < FLAT) {
            return Optional.empty();
        }
        double[] frequencies = frequencies(small);
        double[] sorted = frequencies.clone();
        Arrays.sort(sorted);
        double median = (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
        long[] words = new long[Fingerprint.WORDS];
        for (int i = 0; i < frequencies.length; i++) {
            if (frequencies[i] > median) {
                words[i / Long.SIZE] |= 1L << i % Long.SIZE;
            }
        }
        return Optional.of(new Fingerprint(words));
    }

    private static double[] frequencies(Plane plane) {
        double[] across = new double[SIDE * FREQUENCIES];
        for (int y = 0; y < SIDE; y++) {
            for (int i = 0; i < FREQUENCIES; i++) {
                double sum = 0;
                for (int x = 0; x < SIDE; x++) {
                    sum += WAVES[i][x] * plane.at(x, y);
                }
                across[y * FREQUENCIES + i] = sum;
            }
        }
        double[] both = new double[FREQUENCIES * FREQUENCIES];
        for (int j = 0; j < FREQUENCIES; j++) {
            for (int i = 0; i < FREQUENCIES; i++) {
                double sum = 0;
                for (int y = 0; y < SIDE; y++) {
                    sum += WAVES[j][y] * across[y * FREQUENCIES + i];
                }
                both[j * FREQUENCIES + i] = sum;
            }
        }
        return both;
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

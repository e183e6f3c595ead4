package dev.rewarddesk.collect.inspect;

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
        Plane turned = plane.turned(5);
        return 1 - Math.max(blurAcross(plane), blurAcross(turned));
    }

    private static double blurAcross(Plane plane) {
        int width = plane.width();
        double all = 0;
        double lost = 0;
        double[] blurred = new double[width];
        for (int y = 0; y < plane.height(); y++) {
            blur(plane, y, blurred);
            for (int x = 1; x < width; x++) {
                double difference = Math.abs(plane.at(x, y) - plane.at(x - 1, y));
                all += difference;
                lost += Math.max(0, difference - Math.abs(blurred[x] - blurred[x - 1]));
            }
        }
        return all == 0 ? 1 : (all - lost) / all;
    }

    // Beyond the edges the picture goes on as it is there.
    private static void blur(Plane plane, int y, double[] into) {
        int last = plane.width() - 1;
        double sum = 0;
        for (int i = -TAPS / 2; i <= TAPS / 2; i++) {
            sum += plane.at(Math.clamp(i, 0, last), y);
        }
        for (int x = 0; x <= last; x++) {
            into[x] = sum / TAPS;
            sum += plane.at(Math.min(last, x + 1 + TAPS / 2), y) - plane.at(Math.max(0, x - TAPS / 2), y);
        }
    }
}

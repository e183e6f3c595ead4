package dev.rewarddesk.collect.inspect;

/**
 * How good a picture is, in parts from 0 to 1.
 *
 * @param resolution how large it is
 * @param sharpness how sharp its edges are
 * @param exposure how well its tones lie between black and white
 * @param contrast how much its tones differ
 * @param compression how much of it its compression left
 */
public record Quality(double resolution, double sharpness, double exposure, double contrast, double compression) {

    /** The side of a square picture that fills the place where it is reviewed. */
    private static final double FULL = 1024;

    private static final double THOUSAND = 1000;

    /**
     * @param plane as decoded; smaller than the picture where that is large, so that sharpness is as somebody sees it who sees the
     *     whole picture
     */
    static Quality of(FileParts parts, Plane plane) {
        return new Quality(
                resolution(parts.width(), parts.height()),
                Sharpness.of(plane),
                Tones.exposure(plane),
                Tones.contrast(plane),
                parts.compression());
    }

    /**
     * Where 1 is as many pixels as a square of 1024 has, and less is as its side is: {@code min(1, √(width · height) / 1024)}. Our own
     * formula: detail that can be seen grows with the side, and no further than the place it is shown at.
     */
    static double resolution(int width, int height) {
        return Math.min(1, Math.sqrt((double) width * height) / FULL);
    }

    /**
     * All in one, from 0 to 1: their weighted mean. Size and sharpness weigh a quarter each, as detail is what reviewers look for;
     * compression a fifth; exposure and contrast the rest, as a drawing may be white for the most part and be good. Our own weights.
     */
    public double score() {
        return rounded(0.25 * resolution + 0.25 * sharpness + 0.2 * compression + 0.15 * exposure + 0.15 * contrast);
    }

    /** The same in three decimals. */
    public Quality rounded() {
        return new Quality(
                rounded(resolution), rounded(sharpness), rounded(exposure), rounded(contrast), rounded(compression));
    }

    private static double rounded(double value) {
        return Math.round(value * THOUSAND) / THOUSAND;
    }
}

package dev.rewarddesk.collect.answer;

/**
 * How large an image may be when it is sent to a model; a larger one is sent as a smaller copy.
 *
 * @param longestSide in pixels, at least 16
 * @param bytes of the file, at least 1024
 */
public record ImageLimits(int longestSide, int bytes) {

    /** What the usual models look at anyway. */
    public static final ImageLimits USUAL = new ImageLimits(1_568, 4 << 20);

    public ImageLimits {
        if (longestSide < 16 || bytes < 1024) {
            throw new IllegalArgumentException("An image of less than 16 pixels or 1024 bytes shows nothing");
        }
    }
}

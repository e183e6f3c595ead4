package dev.rewarddesk.embedded.storage;

import dev.rewarddesk.embedded.http.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is to be made smaller.
 *
 * @param width in pixels; 0 where the height decides
 * @param height in pixels; 0 where the width decides
 * @param fit what to do when the proportions differ
 * @param quality 20 to 100, for JPEG
 */
record ThumbnailSize(int width, int height, Fit fit, int quality) {

    private static final int LONGEST_SIDE = 2500;

    /** Supabase's three ways to fit. */
    enum Fit {
        /** Fills the size and cuts off what does not fit. */
        COVER,
        /** Is wholly inside the size. */
        CONTAIN,
        /** Is stretched to the size. */
        FILL
    }

    /**
     * Reads the query parameters.
     *
     * @return empty when no size is asked for: the picture as it is
     * @throws Refusal when one of them is out of its range
     */
    static Optional<ThumbnailSize> of(
            @Nullable String width, @Nullable String height, @Nullable String resize, @Nullable String quality) {
        int wide = whole("width", width, 1, LONGEST_SIDE, 0);
        int high = whole("height", height, 1, LONGEST_SIDE, 0);
        int fine = whole("quality", quality, 20, 100, 80);
        Fit fit = switch (resize == null ? "cover" : resize) {
            case "cover" -> Fit.COVER;
            case "contain" -> Fit.CONTAIN;
            case "fill" -> Fit.FILL;
            default -> throw Refusal.of(400, "invalid_resize", "resize must be cover, contain or fill.");
        };
        return wide == 0 && high == 0 ? Optional.empty() : Optional.of(new ThumbnailSize(wide, high, fit, fine));
    }

    /** The scale of a picture of this size, horizontally and vertically. */
    double[] scale(int sourceWidth, int sourceHeight) {
        double across = (double) width / sourceWidth;
        double down = (double) height / sourceHeight;
        if (width == 0 || height == 0) {
            double only = Math.max(across, down);
            return new double[] {only, only};
        }
        return switch (fit) {
            case COVER -> same(Math.max(across, down));
            case CONTAIN -> same(Math.min(across, down));
            case FILL -> new double[] {across, down};
        };
    }

    private static double[] same(double scale) {
        return new double[] {scale, scale};
    }

    private static int whole(String name, @Nullable String text, int lowest, int highest, int otherwise) {
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,6}")) {
            throw outOfRange(name, lowest, highest);
        }
        int value = Integer.parseInt(text);
        if (value < lowest || value > highest) {
            throw outOfRange(name, lowest, highest);
        }
        return value;
    }

    private static Refusal outOfRange(String name, int lowest, int highest) {
        return Refusal.of(
                400, "invalid_" + name, "%s must be a whole number from %d to %d.".formatted(name, lowest, highest));
    }
}

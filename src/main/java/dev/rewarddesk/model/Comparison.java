package dev.rewarddesk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A checkpoint beside another, differences being the first minus the second.
 *
 * @param paired the mean difference over images that both answered, each image against itself
 * @param images those where they differ most, the widest first
 */
public record Comparison(
        Evidence first,
        Evidence second,
        Difference difference,
        Estimate paired,
        List<InCategory> byCategory,
        List<OnImage> images) {

    /** Keeps its own copies. */
    public Comparison {
        byCategory = List.copyOf(byCategory);
        images = List.copyOf(images);
    }

    /**
     * One category of images.
     *
     * @param category empty for responses without an image
     * @param first null where the first has no rewards in it
     */
    public record InCategory(
            String category,
            @Nullable Estimate first,
            @Nullable Estimate second,
            Difference difference) {}

    /** One image and what both answered to it; where one has several answers, the one scored most often. */
    public record OnImage(Image image, double difference, Side first, Side second) {}

    /**
     * One side's answer.
     *
     * @param mean of all its rewards on the image
     */
    public record Side(double mean, ModelResponse response) {}
}

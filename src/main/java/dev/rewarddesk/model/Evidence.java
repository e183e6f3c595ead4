package dev.rewarddesk.model;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people's rewards say about a checkpoint.
 *
 * @param recordedDifference the measured mean minus what training recorded; null where nothing was measured
 * @param distribution how many scores lie in each of 41 steps of 0.05 around -1.0, -0.95 … 1.0, in that order
 * @param byCategory most rewards first
 * @param trend one entry a day (UTC) with rewards, in order
 */
public record Evidence(
        Checkpoint checkpoint,
        EvidenceSummary summary,
        @Nullable Double recordedDifference,
        List<Long> distribution,
        Agreement agreement,
        List<InCategory> byCategory,
        List<OfType> byFeedbackType,
        List<OnDay> trend) {

    /** Keeps its own copies. */
    public Evidence {
        distribution = List.copyOf(distribution);
        byCategory = List.copyOf(byCategory);
        byFeedbackType = List.copyOf(byFeedbackType);
        trend = List.copyOf(trend);
    }

    /**
     * How far people agree on what several of them scored.
     *
     * @param responses scored by two or more
     * @param alpha Krippendorff's alpha for interval data: 1 full agreement, 0 chance; null where it cannot be told
     */
    public record Agreement(long responses, @Nullable Double alpha) {}

    /**
     * One category of images.
     *
     * @param category empty for responses without an image
     */
    public record InCategory(String category, long rewards, Estimate reward) {}

    /**
     * One feedback type.
     *
     * @param feedbackType null for rewards that say none
     */
    public record OfType(@Nullable FeedbackType feedbackType, long rewards, double mean) {}

    /** One day. */
    public record OnDay(LocalDate day, long rewards, double mean) {}
}

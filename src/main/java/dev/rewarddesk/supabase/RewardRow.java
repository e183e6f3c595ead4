package dev.rewarddesk.supabase;

import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reward's row as the wire has it.
 *
 * @param score -1 to 1
 * @param quality 1 to 5; null where nothing is said
 * @param comment null where nothing is said
 */
public record RewardRow(
        UUID id,
        UUID responseId,
        @Nullable UUID reviewerId,
        double score,
        @Nullable FeedbackType feedbackType,
        @Nullable Integer quality,
        @Nullable String comment,
        List<String> tags,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    /** The same as the rest of the program has it. */
    public Reward reward() {
        return new Reward(
                id,
                responseId,
                reviewerId,
                new Score(score),
                new Feedback(feedbackType, quality),
                comment == null ? "" : comment,
                tags,
                revision,
                createdAt,
                updatedAt);
    }
}

package dev.rewarddesk.library;

import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reward's row as the wire has it. */
record RewardRow(
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

    Reward reward() {
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

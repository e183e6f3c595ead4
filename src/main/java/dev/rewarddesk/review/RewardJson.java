package dev.rewarddesk.review;

import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.NewReward;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new reward as the wire has it. */
record RewardJson(
        UUID id,
        UUID responseId,
        double score,
        @Nullable FeedbackType feedbackType,
        @Nullable Integer quality,
        @Nullable String comment,
        List<String> tags,
        double secondsSpent,
        @Nullable UUID leaseToken) {

    static RewardJson of(NewReward reward) {
        return new RewardJson(
                reward.id(),
                reward.responseId(),
                reward.score().value(),
                reward.feedback().type(),
                reward.feedback().quality(),
                reward.comment().isEmpty() ? null : reward.comment(),
                reward.tags(),
                Math.clamp(reward.secondsSpent(), 0, 86_400),
                reward.leaseToken());
    }
}

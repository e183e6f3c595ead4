package dev.rewarddesk.review;

import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.supabase.RewardRow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A change of a reward as the wire has it; what is null is taken away. */
record ChangeJson(
        double score,
        @Nullable FeedbackType feedbackType,
        @Nullable Integer quality,
        @Nullable String comment) {

    static ChangeJson of(Decision.Changed change) {
        Feedback feedback = change.feedback();
        return new ChangeJson(
                change.score().value(),
                feedback.type(),
                feedback.quality(),
                change.comment().isEmpty() ? null : change.comment());
    }

    /** Whether the reward is what this change makes of one. */
    boolean isIn(RewardRow row) {
        return score == row.score()
                && feedbackType == row.feedbackType()
                && Objects.equals(quality, row.quality())
                && Objects.equals(comment, row.comment());
    }
}

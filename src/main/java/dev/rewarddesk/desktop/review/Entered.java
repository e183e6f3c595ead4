package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.NewReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.RewardDraft;
import dev.rewarddesk.model.Score;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was entered, from the form to a decision and back. */
final class Entered {

    private static final double MOST_SECONDS = 86_400;

    private Entered() {}

    /** The reward that a draft makes for an item. */
    static NewReward reward(RewardDraft draft, Score score, ReviewItem item) {
        return new NewReward(
                draft.rewardId(),
                draft.responseId(),
                score,
                draft.feedback(),
                draft.comment(),
                List.of(),
                Math.min(MOST_SECONDS, draft.spent().toMillis() / 1000.0),
                item.lease().token());
    }

    /** What was entered for a decision, for a reward with a new id. */
    static RewardDraft by(Decision decision) {
        return switch (decision) {
            case Decision.Given given ->
                draft(
                        decision,
                        given.reward().score(),
                        given.reward().feedback(),
                        given.reward().comment(),
                        Duration.ofMillis(Math.round(given.reward().secondsSpent() * 1000)));
            case Decision.Changed changed ->
                draft(decision, changed.score(), changed.feedback(), changed.comment(), Duration.ZERO);
            case Decision.Skipped _ -> draft(decision, null, Feedback.NONE, "", Duration.ZERO);
            case Decision.Flagged flagged -> draft(decision, null, Feedback.NONE, flagged.comment(), Duration.ZERO);
        };
    }

    private static RewardDraft draft(
            Decision decision, @Nullable Score score, Feedback feedback, String comment, Duration spent) {
        return new RewardDraft(
                decision.responseId(), UUID.randomUUID(), feedback, score, score != null, comment, spent);
    }
}

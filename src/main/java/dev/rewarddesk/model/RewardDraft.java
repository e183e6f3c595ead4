package dev.rewarddesk.model;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has entered for a response and not submitted.
 *
 * @param rewardId the id that the reward will have
 * @param score null while there is none
 * @param byHand whether the reviewer set the score, rather than type and quality
 * @param comment empty where nothing was said
 * @param spent the time spent on it so far
 */
public record RewardDraft(
        UUID responseId,
        UUID rewardId,
        Feedback feedback,
        @Nullable Score score,
        boolean byHand,
        String comment,
        Duration spent) {

    /** Nothing entered yet; the reward will have a new id. */
    public static RewardDraft blank(UUID responseId) {
        return new RewardDraft(responseId, UUID.randomUUID(), Feedback.NONE, null, false, "", Duration.ZERO);
    }

    /** Whether nothing would be lost with it. */
    public boolean isBlank() {
        return feedback.equals(Feedback.NONE) && score == null && comment.isBlank();
    }

    /** Whether another one says the same, whatever its id and however long it took. */
    public boolean saysTheSameAs(RewardDraft other) {
        return feedback.equals(other.feedback) && Objects.equals(score, other.score) && comment.equals(other.comment);
    }
}

package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.Score;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer has entered for one item and the workspace does not have yet.
 *
 * @param rewardId the reward's id from the first time on that it is sent
 * @param score null while there is none
 * @param byHand whether the reviewer set the score, rather than type and quality
 * @param unsent whether it was submitted once and did not get through
 */
record Draft(
        UUID rewardId,
        Feedback feedback,
        @Nullable Score score,
        boolean byHand,
        String comment,
        Duration spent,
        boolean unsent) {

    /** Nothing entered yet. */
    static Draft blank() {
        return new Draft(UUID.randomUUID(), Feedback.NONE, null, false, "", Duration.ZERO, false);
    }

    /** Whether nothing would be lost with it. */
    boolean isBlank() {
        return feedback.equals(Feedback.NONE) && score == null && comment.isBlank();
    }

    /** This draft, submitted and come back. */
    Draft comeBack() {
        return new Draft(rewardId, feedback, score, byHand, comment, spent, true);
    }
}

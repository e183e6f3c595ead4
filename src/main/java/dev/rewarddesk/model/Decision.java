package dev.rewarddesk.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a reviewer decided about a response, as it is told to the workspace: once, however often it has to be sent. */
public sealed interface Decision {

    /** Made on this machine; names the decision in the outbox and, as idempotency key, in the workspace. */
    UUID id();

    /** The response it is about. Decisions about the same response are told in the order in which they were made. */
    UUID responseId();

    /** A reward, given. */
    record Given(NewReward reward) implements Decision {
        @Override
        public UUID id() {
            return reward.id();
        }

        @Override
        public UUID responseId() {
            return reward.responseId();
        }
    }

    /**
     * A reward given before, changed.
     *
     * @param rewardId which one
     * @param revision the revision that was changed; null for the one that the decision before this one ends with
     * @param comment empty where nothing is said
     */
    record Changed(
            UUID id,
            UUID rewardId,
            UUID responseId,
            @Nullable Integer revision,
            Score score,
            Feedback feedback,
            String comment)
            implements Decision {

        /** What it makes of that reward; the revision is the workspace's to say and stays. */
        public Reward appliedTo(Reward reward) {
            return new Reward(
                    reward.id(),
                    reward.responseId(),
                    reward.reviewerId(),
                    score,
                    feedback,
                    comment,
                    reward.tags(),
                    reward.revision(),
                    reward.createdAt(),
                    reward.updatedAt());
        }

        /** The same change of that revision. */
        public Changed withRevision(int known) {
            return new Changed(id, rewardId, responseId, known, score, feedback, comment);
        }
    }

    /**
     * Put behind everything else for this reviewer.
     *
     * @param reason empty where none was said
     */
    record Skipped(UUID id, UUID responseId, @Nullable UUID leaseToken, String reason) implements Decision {}

    /**
     * Taken out of the queue until a lead has looked.
     *
     * @param comment empty where nothing was said
     */
    record Flagged(UUID id, UUID responseId, @Nullable UUID leaseToken, FlagReason reason, String comment)
            implements Decision {}
}

package dev.rewarddesk.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reward about to be given.
 *
 * @param id made here, so that sending it again cannot make a second one
 * @param comment empty where nothing was said
 * @param secondsSpent 0 to 86400
 * @param leaseToken the lease it was scored under; null outside the queue
 */
public record NewReward(
        UUID id,
        UUID responseId,
        Score score,
        Feedback feedback,
        String comment,
        List<String> tags,
        double secondsSpent,
        @Nullable UUID leaseToken) {

    /** Keeps its own copy of the tags. */
    public NewReward {
        tags = List.copyOf(tags);
    }
}

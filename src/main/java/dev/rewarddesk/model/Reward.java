package dev.rewarddesk.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reward as the workspace keeps it.
 *
 * @param reviewerId null where a pipeline gave it
 * @param revision 1 when new, one more with every change
 */
public record Reward(
        UUID id,
        UUID responseId,
        @Nullable UUID reviewerId,
        Score score,
        Feedback feedback,
        String comment,
        List<String> tags,
        int revision,
        Instant createdAt,
        Instant updatedAt) {

    /** Keeps its own copy of the tags. */
    public Reward {
        tags = List.copyOf(tags);
    }
}

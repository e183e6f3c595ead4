package dev.rewarddesk.model;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reward about to be given by a program.
 *
 * @param id made here, so that sending it again cannot make a second one
 * @param score null where the workspace is to make it from type and quality
 * @param comment empty where nothing was said
 */
public record AgentReward(
        UUID id,
        UUID responseId,
        @Nullable Score score,
        Feedback feedback,
        String comment,
        List<String> tags,
        Agent agent) {

    /** Keeps its own copy of the tags. */
    public AgentReward {
        tags = List.copyOf(tags);
    }
}

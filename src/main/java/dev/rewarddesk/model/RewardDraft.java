package dev.rewarddesk.model;

import java.time.Duration;
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
        Duration spent) {}

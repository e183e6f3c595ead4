package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * A reward with what it was given to.
 *
 * @param reviewerName null where a program gave it, or where the account is gone
 * @param agent that gave it; null where none did
 * @param image null where the response is not about an image
 * @param thumbnailUrl a short-lived URL to which a size is added; null where there is none
 */
public record RewardEntry(
        Reward reward,
        @Nullable String reviewerName,
        @Nullable Agent agent,
        String prompt,
        String responseText,
        String modelId,
        @Nullable Image image,
        @Nullable String thumbnailUrl) {

    /** The same with another reward. */
    public RewardEntry withReward(Reward other) {
        return new RewardEntry(other, reviewerName, agent, prompt, responseText, modelId, image, thumbnailUrl);
    }
}

package dev.rewarddesk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A response with what the caller may know of it.
 *
 * @param image null where the response is not about an image
 * @param thumbnailUrl a short-lived URL to which a size is added; null where there is none
 * @param rewardCount how many rewards the caller sees
 * @param meanScore of those; null where there are none
 * @param ownReward the caller's; null where they gave none
 */
public record ResponseEntry(
        ModelResponse response,
        @Nullable Image image,
        @Nullable String thumbnailUrl,
        int rewardCount,
        @Nullable Score meanScore,
        @Nullable Reward ownReward,
        List<Flag> flags) {

    /** Keeps its own copy of the flags. */
    public ResponseEntry {
        flags = List.copyOf(flags);
    }

    /** The same with another own reward. */
    public ResponseEntry withOwnReward(Reward own) {
        return new ResponseEntry(response, image, thumbnailUrl, rewardCount, meanScore, own, flags);
    }
}

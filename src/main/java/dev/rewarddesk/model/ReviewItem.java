package dev.rewarddesk.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer looks at: a response, its image, and the lease that keeps others from it.
 *
 * @param image null where the response is not about an image
 * @param skipped whether this reviewer skipped it before
 */
public record ReviewItem(ModelResponse response, @Nullable Image image, Lease lease, boolean skipped) {

    /** An item that nobody has in hand, such as one whose reward is changed: its lease is over. */
    public static ReviewItem notInHand(ModelResponse response, @Nullable Image image) {
        return new ReviewItem(response, image, new Lease(new UUID(0, 0), response.createdAt()), false);
    }
}

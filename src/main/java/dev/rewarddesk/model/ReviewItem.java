package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * What a reviewer looks at: a response, its image, and the lease that keeps others from it.
 *
 * @param image null where the response is not about an image
 * @param skipped whether this reviewer skipped it before
 */
public record ReviewItem(ModelResponse response, @Nullable Image image, Lease lease, boolean skipped) {}

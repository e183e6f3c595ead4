package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * Which responses are meant, or the rewards to which. What is null is not asked for.
 *
 * @param words what is said somewhere in it; empty for anything
 * @param category the image's
 */
public record ItemFilter(
        String words,
        @Nullable String modelId,
        @Nullable String category,
        @Nullable String sessionId) {

    /** All of them. */
    public static final ItemFilter ALL = new ItemFilter("", null, null, null);
}

package dev.rewarddesk.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rewards are meant. What is null is not asked for; agents' are meant only where they are.
 *
 * @param items whose words are those of the comment
 * @param lowest inclusive
 * @param highest inclusive
 * @param since inclusive
 * @param until exclusive
 */
public record RewardFilter(
        ItemFilter items,
        @Nullable FeedbackType type,
        @Nullable Score lowest,
        @Nullable Score highest,
        @Nullable RewardSource source,
        @Nullable UUID reviewerId,
        @Nullable Instant since,
        @Nullable Instant until) {

    /** All of them. */
    public static final RewardFilter ALL = new RewardFilter(ItemFilter.ALL, null, null, null, null, null, null, null);
}

package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * A mean minus another (Welch's t). Null is what the rewards do not suffice to tell.
 *
 * @param low where the 95 % interval begins
 * @param high where it ends
 * @param probabilityBetter how likely the first mean is the greater one, 0 to 1: one minus the one-sided p-value
 */
public record Difference(
        @Nullable Double mean,
        @Nullable Double low,
        @Nullable Double high,
        @Nullable Double probabilityBetter) {}

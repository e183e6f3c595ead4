package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a mean from a sample.
 *
 * @param n how many independent values; for rewards, responses: one scored by several counts once, with its mean
 * @param mean null where there is no value
 * @param standardDeviation of the values; null for fewer than two
 * @param low where the 95 % interval of Student's t begins; null where values are too few or all the same
 * @param high where it ends
 */
public record Estimate(
        long n,
        @Nullable Double mean,
        @Nullable Double standardDeviation,
        @Nullable Double low,
        @Nullable Double high) {}

package dev.rewarddesk.collect.answer;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often and when a request that failed is made again: after any time up to a bound that doubles, or what the endpoint asks
 * for.
 *
 * @param tries of a request in all
 * @param first the bound after the first failure
 * @param longest the bound after many, and the longest that an endpoint may ask for
 */
public record Patience(int tries, Duration first, Duration longest) {

    /** For endpoints on the network. */
    public static final Patience USUAL = new Patience(6, Duration.ofSeconds(1), Duration.ofMinutes(2));

    /** The wait after so many failures in a row, at least 1. */
    Duration after(int failures, @Nullable Duration asked) {
        Duration bound = shorter(first.multipliedBy(1L << Math.min(failures - 1, 20)));
        Duration jitter = Duration.ofNanos(RandomGenerator.getDefault().nextLong(bound.toNanos() + 1));
        // All who were told the same should not come back at the same moment.
        return asked == null ? jitter : shorter(asked).plus(jitter.dividedBy(10));
    }

    private Duration shorter(Duration wait) {
        return wait.compareTo(longest) < 0 ? wait : longest;
    }
}

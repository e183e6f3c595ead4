package dev.rewarddesk.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: any time up to a bound that doubles with each, so that many machines do not come back at the
 * same moment.
 *
 * @param first the bound after one failure
 * @param longest the bound after many
 */
record BackOff(Duration first, Duration longest, RandomGenerator random) {

    /** For work beside people. */
    static BackOff usual() {
        return new BackOff(Duration.ofMillis(500), Duration.ofSeconds(30), RandomGenerator.getDefault());
    }

    /** A wait after so many failures in a row, at least 1. */
    Duration after(int failures) {
        return Duration.ofNanos(random.nextLong(bound(failures).toNanos() + 1));
    }

    private Duration bound(int failures) {
        int doublings = Math.min(failures - 1, 30);
        Duration bound = first.multipliedBy(1L << doublings);
        return bound.compareTo(longest) < 0 ? bound : longest;
    }
}

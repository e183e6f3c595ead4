package dev.rewarddesk.desktop.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long somebody has worked on an item: the time between signs of life, each gap counted up to a limit. */
final class WorkTime {

    /** A longer gap means that the person was elsewhere. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(2);

    private final InstantSource clock;
    private Duration spent = Duration.ZERO;
    private Instant last;

    WorkTime(InstantSource clock) {
        this.clock = clock;
        this.last = clock.instant();
    }

    /** Begins with an item on which so much was spent before. */
    void begin(Duration before) {
        spent = before;
        last = clock.instant();
    }

    /** A sign of life; answers how long the person was quiet. */
    Duration touch() {
        Instant now = clock.instant();
        Duration gap = Duration.between(last, now);
        last = now;
        if (gap.isPositive()) {
            spent = spent.plus(gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap);
        }
        return gap;
    }

    /** How long it is since the last sign of life. */
    Duration quiet() {
        return Duration.between(last, clock.instant());
    }

    /** The time spent until the last sign of life. */
    Duration spent() {
        return spent;
    }
}

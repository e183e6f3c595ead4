package dev.rewarddesk.desktop.review;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** How long somebody has worked on an item: the time between signs of life, without the gaps in which they were elsewhere. */
final class WorkTime {

    /** Nothing of a longer gap counts: the person was elsewhere. */
    static final Duration LONGEST_GAP = Duration.ofMinutes(1);

    private final InstantSource clock;
    private Duration spent = Duration.ZERO;
    private Instant last;
    private boolean paused;

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
        if (!paused && gap.isPositive() && gap.compareTo(LONGEST_GAP) <= 0) {
            spent = spent.plus(gap);
        }
        return gap;
    }

    /** The window is not in use from now on: nothing counts until {@link #resume}. */
    void pause() {
        if (!paused) {
            touch();
            paused = true;
        }
    }

    /** The window is in use again. */
    void resume() {
        if (paused) {
            touch();
            paused = false;
        }
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

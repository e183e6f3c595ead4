package dev.rewarddesk.outbox;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether the workspace can be asked at all. Times are those of {@link System#nanoTime}.
 *
 * <p>It is in trouble when decisions about different responses failed one after the other with no success between: one that always
 * fails must not hold up the others, and a thousand that fail must not each knock at the door.
 */
final class Line {

    /** Longer than any workspace has reason to ask for. */
    private static final Duration LONGEST_ASKED = Duration.ofHours(1);

    private final BackOff backOff;
    private int failures;
    private @Nullable UUID failedLast;
    private long lastFailure;
    private long lastSuccess;
    private long backOffUntil;
    private long askedUntil;

    Line(BackOff backOff, long now) {
        this.backOff = backOff;
        lastFailure = now;
        lastSuccess = now;
        backOffUntil = now;
        askedUntil = now;
    }

    /** An answer came, whatever it said. */
    synchronized void good(long now) {
        failures = 0;
        failedLast = null;
        lastSuccess = now;
        backOffUntil = now;
    }

    /** A call that began then failed. */
    synchronized void bad(UUID response, long began, long now) {
        boolean worksMeanwhile = lastSuccess - began > 0;
        boolean knownAlready = failures > 0 && lastFailure - began > 0;
        if (worksMeanwhile || knownAlready || response.equals(failedLast)) {
            return;
        }
        failures++;
        failedLast = response;
        lastFailure = now;
        backOffUntil = now + backOff.after(failures).toNanos();
    }

    /** The workspace asks not to be asked for so long. */
    synchronized void asked(Duration wait, long now) {
        Duration bounded = wait.compareTo(LONGEST_ASKED) < 0 ? wait : LONGEST_ASKED;
        long until = now + bounded.toNanos();
        askedUntil = until - askedUntil > 0 ? until : askedUntil;
    }

    /** Forgets the waiting that was our own idea. */
    synchronized void hurry(long now) {
        backOffUntil = now;
    }

    /** How long nothing should be sent, in nanoseconds; 0 or less when something may. */
    synchronized long pause(long now) {
        return Math.max(backOffUntil - now, askedUntil - now);
    }

    /** Whether nothing has got through since something failed. */
    synchronized boolean isTroubled() {
        return failures > 0;
    }
}

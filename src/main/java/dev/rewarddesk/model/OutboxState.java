package dev.rewarddesk.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has not reached the workspace yet.
 *
 * @param waiting decisions that are safe on this machine and not yet in the workspace
 * @param since when the oldest of those was made; null when none waits
 * @param refused decisions that the workspace did not take and that somebody has to look at
 * @param condition how sending goes
 */
public record OutboxState(int waiting, @Nullable Instant since, int refused, Condition condition) {

    /** Nothing waits and nothing was refused. */
    public static final OutboxState EMPTY = new OutboxState(0, null, 0, Condition.SENDING);

    /** How sending goes. */
    public enum Condition {
        /** What waits is on its way. */
        SENDING,
        /** The workspace does not answer, or asks to wait; it is tried again by itself. */
        TRYING_AGAIN,
        /** Nobody is signed in; what waits is sent after signing in. */
        SIGNED_OUT,
        /** Another program of this person on this machine does the sending. */
        ELSEWHERE
    }

    /** Whether everything decided is in the workspace. */
    public boolean isSynced() {
        return waiting == 0 && refused == 0;
    }
}

package dev.rewarddesk.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of one person's is kept.
 *
 * @param waiting not in the workspace yet
 * @param since when the oldest of those was made; null when none waits
 * @param refused not taken by the workspace
 */
record Tally(int waiting, @Nullable Instant since, int refused) {

    static final Tally NONE = new Tally(0, null, 0);
}

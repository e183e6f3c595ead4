package dev.rewarddesk.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An activation at a set time.
 *
 * @param override whether guard rails are overridden then
 * @param outcome how it came out, a sentence for people; empty while it waits and when all went well
 * @param finishedAt when it was done, cancelled or failed; null while it waits
 */
public record Schedule(
        UUID id,
        String checkpointVersion,
        Instant dueAt,
        String reason,
        boolean override,
        State state,
        String outcome,
        String actorName,
        @Nullable Instant finishedAt) {

    /** How far it is. */
    public enum State {
        WAITING,
        DONE,
        CANCELLED,
        FAILED
    }
}

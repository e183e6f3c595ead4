package dev.rewarddesk.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the activation record, which is never edited.
 *
 * @param previousVersion what was active before; null for the first
 * @param reason empty where none was given
 */
public record Activation(
        long id,
        String version,
        @Nullable String previousVersion,
        Kind kind,
        String reason,
        String actorName,
        Instant activatedAt) {

    /** How the checkpoint came to be active. */
    public enum Kind {
        ACTIVATE,
        ROLLBACK
    }
}

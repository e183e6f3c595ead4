package dev.rewarddesk.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the activation record, which is never edited.
 *
 * @param previousVersion what was active before; null for the first
 * @param overridden whether guard rails spoke against it
 * @param evidence what was known of the checkpoint at that moment; null for entries without
 */
public record Activation(
        long id,
        String version,
        @Nullable String previousVersion,
        Kind kind,
        String reason,
        boolean overridden,
        @Nullable EvidenceSummary evidence,
        String actorName,
        Instant activatedAt) {

    /** How the checkpoint came to be active. */
    public enum Kind {
        ACTIVATE,
        ROLLBACK,
        /** At a set time. */
        SCHEDULED
    }
}

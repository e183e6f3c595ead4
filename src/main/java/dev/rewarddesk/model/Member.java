package dev.rewarddesk.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who belongs to the workspace, or did.
 *
 * @param role annotator or lead
 * @param displayName empty where none was given
 * @param revokedAt since when they may do nothing here any more; null while they may
 * @param lastSignInAt null for who was invited and has not come yet
 * @param rewards how many rewards they have given
 */
public record Member(
        UUID userId,
        String email,
        Role role,
        String displayName,
        Instant createdAt,
        @Nullable Instant revokedAt,
        @Nullable Instant lastSignInAt,
        long rewards) {

    /** What to call them. */
    public String name() {
        return displayName.isBlank() ? email : displayName;
    }

    /** Whether they may do nothing here any more. */
    public boolean isRevoked() {
        return revokedAt != null;
    }
}

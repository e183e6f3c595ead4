package dev.rewarddesk.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody holds a response unfit to be scored.
 *
 * @param comment empty where nothing was said
 * @param reviewerName who it was; null where that account is gone
 */
public record Flag(
        UUID id,
        FlagReason reason,
        String comment,
        Instant createdAt,
        @Nullable String reviewerName) {}

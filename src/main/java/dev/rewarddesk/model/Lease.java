package dev.rewarddesk.model;

import java.time.Instant;
import java.util.UUID;

/**
 * The right to score one response, for a while.
 *
 * @param token shown on submitting, so that a lease given to somebody else in the meantime is noticed
 */
public record Lease(UUID token, Instant expiresAt) {}

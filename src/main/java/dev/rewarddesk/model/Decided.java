package dev.rewarddesk.model;

import java.time.Instant;

/**
 * A decision with what it was made about, so that it can be shown again without the workspace.
 *
 * @param item as it lay on the desk
 * @param at when it was decided
 */
public record Decided(Decision decision, ReviewItem item, Instant at) {}

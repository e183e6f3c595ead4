package dev.rewarddesk.model;

import java.time.Instant;

/**
 * A decision that the workspace did not take and will not take as it is. It is kept until the reviewer edits it, sends it again
 * or drops it.
 *
 * @param code the workspace's word for why, such as {@code lease_lost}
 * @param reason why, a sentence for people
 * @param at when it was refused
 */
public record Refused(Decided decided, String code, String reason, Instant at) {}

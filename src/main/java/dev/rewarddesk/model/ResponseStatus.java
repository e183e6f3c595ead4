package dev.rewarddesk.model;

/** Where a response stands in the review queue. */
public enum ResponseStatus {
    PENDING,
    REVIEWED,
    FLAGGED
}

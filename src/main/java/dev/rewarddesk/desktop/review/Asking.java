package dev.rewarddesk.desktop.review;

/** What the reviewer is being asked about the open item. */
public enum Asking {
    NOTHING,
    /** Why it is flagged. */
    FLAG,
    /** Why it is skipped. */
    SKIP
}

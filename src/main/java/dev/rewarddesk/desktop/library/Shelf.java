package dev.rewarddesk.desktop.library;

/** What the library lists. */
public enum Shelf {
    RESPONSES,
    REWARDS,
    /** Responses that wait for a lead's look; for leads only. */
    FLAGGED
}

package dev.rewarddesk.model;

/** Why an item should not be scored by anybody before a lead has looked. */
public enum FlagReason {
    BROKEN_IMAGE,
    DUPLICATE,
    NOT_SAFE,
    NOT_SENSIBLE,
    OTHER
}

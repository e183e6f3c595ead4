package dev.rewarddesk.desktop.collect.groups;

/** What becomes of an image that is held back. */
public enum Verdict {
    /** It goes into the workspace. */
    KEEP,
    /** Its bytes are forgotten for good. */
    DROP
}

package dev.rewarddesk.settings;

/** How the desktop looks. */
public enum Theme {
    LIGHT,
    DARK,
    /** As the operating system does, also when that changes. */
    SYSTEM
}

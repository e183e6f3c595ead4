package dev.rewarddesk.settings;

/** Which images are blurred until the person asks to see them. */
public enum SensitiveImages {
    NEVER,
    /** Those that are marked as sensitive. */
    MARKED,
    ALWAYS
}

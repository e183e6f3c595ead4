package dev.rewarddesk.model;

/** What a caller may do in a workspace. */
public enum Role {
    /** Claims and scores, sees their own rewards. */
    ANNOTATOR,
    /** Everything on the data; activates checkpoints. */
    LEAD,
    /** A pipeline with the secret key. */
    SERVICE
}

package dev.rewarddesk.model;

/** Whose a reward is. */
public enum RewardSource {
    /** Somebody's who is signed in. */
    PERSON,
    /** A program's that passes on what it was told. */
    PIPELINE,
    /** A program's with a mind of its own; kept apart from the others. */
    AGENT
}

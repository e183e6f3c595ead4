package dev.rewarddesk.embedded;

/** A running local workspace. */
public final class EmbeddedBackend {}

package dev.rewarddesk.collect.journal;

/** An image that is not dealt with yet. */
public record WaitingImage(long ord, String url) {}

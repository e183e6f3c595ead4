package dev.rewarddesk.collect.journal;

/** A page that was not asked for yet. */
public record WaitingPage(long ord, String url, int depth) {}

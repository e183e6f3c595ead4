package dev.rewarddesk.collect.journal;

/**
 * A page to be written down.
 *
 * @param depth how many links it is from a start URL
 */
public record FoundPage(String url, int depth) {}

package dev.rewarddesk.collect.journal;

/**
 * An image to be written down.
 *
 * @param found what is known of it from its page, as JSON
 */
public record FoundImage(String url, String found) {}

package dev.rewarddesk.collect.journal;

/**
 * An image as it is written down before it is dealt with.
 *
 * @param found what is known of it from its page, as JSON
 * @param sha256 of its content where it was fetched before; empty where not
 * @param record what was to be uploaded with that content; empty where it was not fetched
 */
public record RecordedImage(String found, String sha256, String record) {}

package dev.rewarddesk.collect.journal;

/**
 * Something that was not taken.
 *
 * @param page whether it was a page and not an image
 * @param reason the reason's code
 * @param detail may be empty
 */
public record RecordedRefusal(boolean page, String url, String reason, String detail) {}

package dev.rewarddesk.collect.journal;

import java.time.Instant;

/**
 * An image that was held back because it looks like another one.
 *
 * @param state {@code held}, {@code kept} or {@code dropped}
 * @param image where it was found
 * @param taken the image that it looks like
 * @param distance in bits
 */
public record RecordedHeld(
        long id, String state, String sha256, Source image, Source taken, int distance, Instant foundAt) {

    /**
     * An image of a run.
     *
     * @param number in the journal
     * @param found what is known of it from its page, as JSON
     * @param record what is to be uploaded with it, or was
     * @param about its format, size and quality, as JSON
     * @param imageId in the workspace; empty where it is not there
     */
    public record Source(
            long number, String session, String url, String found, String record, String about, String imageId) {}
}

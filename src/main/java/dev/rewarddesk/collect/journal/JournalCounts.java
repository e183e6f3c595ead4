package dev.rewarddesk.collect.journal;

import java.util.Map;

/**
 * What a run has met so far.
 *
 * @param pagesRead pages that were read
 * @param pagesRefused pages that were not had
 * @param pagesWaiting pages that are known of and not asked for yet
 * @param imagesNew images that are in the workspace because of it
 * @param imagesDuplicate images that were in the workspace, or under another URL of this run, byte for byte
 * @param imagesNear images that look like another one
 * @param imagesRefused images that were not taken
 * @param imagesWaiting images that are known of and not asked for yet
 * @param refused images and pages that were not taken, by the code of the reason; images first, pages as {@code page_…}
 * @param bytes of content fetched
 */
public record JournalCounts(
        long pagesRead,
        long pagesRefused,
        long pagesWaiting,
        long imagesNew,
        long imagesDuplicate,
        long imagesNear,
        long imagesRefused,
        long imagesWaiting,
        Map<String, Long> refused,
        long bytes) {}

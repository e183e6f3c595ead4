package dev.rewarddesk.collect.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.collect.journal.JournalCounts;
import dev.rewarddesk.collect.journal.RecordedSession;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a run did.
 *
 * @param state {@code running}, {@code stopped}, {@code bounded}, {@code failed} or {@code done}; {@code interrupted} where its
 *     process ended without it
 * @param message what failed or which bound it reached, a sentence; empty where nothing is to be said
 * @param urls where it began
 * @param refused images and pages that were not taken, by the code of the reason; pages as {@code page_…}
 * @param bytes of content fetched
 * @param seconds that it was under way
 */
public record CollectReport(
        String session,
        String state,
        String message,
        List<String> urls,
        boolean dryRun,
        Instant startedAt,
        Pages pages,
        Images images,
        Map<String, Long> refused,
        long bytes,
        double seconds) {

    /** Pages by what became of them. */
    public record Pages(long read, long refused, long waiting) {}

    /**
     * Images by what became of them.
     *
     * @param created new in the workspace; of a dry run, those that would be
     */
    public record Images(@JsonProperty("new") long created, long duplicate, long near, long refused, long waiting) {}

    /** Why images and pages were not taken, what there is most of first. */
    public List<ReasonCount> reasons() {
        return ReasonCount.all(refused);
    }

    /** Whether it asked for pages and had none of them, nor any image. */
    public boolean hadNothing() {
        return state.equals("done")
                && pages.refused > 0
                && pages.read == 0
                && images.created + images.duplicate + images.near == 0;
    }

    /** The same, as one that failed. */
    CollectReport failed(String why) {
        return new CollectReport(
                session, "failed", why, urls, dryRun, startedAt, pages, images, refused, bytes, seconds);
    }

    static CollectReport of(RecordedSession session, String state) {
        CollectSettings settings = Wire.read(session.settings(), CollectSettings.class);
        JournalCounts counts = session.counts();
        return new CollectReport(
                session.id(),
                state,
                session.message(),
                settings.urls(),
                settings.dryRun(),
                session.startedAt(),
                new Pages(counts.pagesRead(), counts.pagesRefused(), counts.pagesWaiting()),
                new Images(
                        counts.imagesNew(),
                        counts.imagesDuplicate(),
                        counts.imagesNear(),
                        counts.imagesRefused(),
                        counts.imagesWaiting()),
                counts.refused(),
                counts.bytes(),
                session.worked().toMillis() / 1000.0);
    }

    /** Whether something is left to go on with. */
    public boolean canGoOn() {
        return !state.equals("done") && !state.equals("running");
    }
}

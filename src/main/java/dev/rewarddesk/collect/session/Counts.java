package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.journal.JournalCounts;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Counts what a run does, as the journal would. May be used by many threads. */
final class Counts {

    private static final int RECENT = 12;

    /** Enough to tell that there are some. */
    private static final int MOST_BEYOND = 2000;

    private final String session;
    private final Map<String, Long> refused;
    private final Deque<UUID> recent = new ArrayDeque<>();
    private final Speed speed = new Speed();
    private final Set<String> beyond = new LinkedHashSet<>();
    private long pages;
    private long pagesWaiting;
    private long newImages;
    private long duplicates;
    private long near;
    private long imagesWaiting;
    private long bytes;
    private long bytesOfNothing;

    Counts(String session, JournalCounts before) {
        this.session = session;
        this.refused = new TreeMap<>(before.refused());
        this.pages = before.pagesRead();
        this.pagesWaiting = before.pagesWaiting();
        this.newImages = before.imagesNew();
        this.duplicates = before.imagesDuplicate();
        this.near = before.imagesNear();
        this.imagesWaiting = before.imagesWaiting();
        this.bytes = before.bytes();
    }

    synchronized void found(int morePages, int moreImages) {
        pagesWaiting += morePages;
        imagesWaiting += moreImages;
    }

    /** Links that are too far away to be read, unless the same page is found nearer. */
    synchronized void tooDeep(List<String> links) {
        links.stream().limit(MOST_BEYOND - beyond.size()).forEach(beyond::add);
    }

    /** Those, or as many as are kept. */
    synchronized List<String> tooDeep() {
        return List.copyOf(beyond);
    }

    synchronized void pageRead(long size) {
        pages++;
        pagesWaiting--;
        bytes += size;
        speed.done();
    }

    synchronized void pageRefused(Refusal refusal) {
        pagesWaiting--;
        refused.merge("page_" + refusal.reason().code(), 1L, Long::sum);
        speed.done();
    }

    synchronized void newImage(long size, Optional<UUID> id) {
        newImages++;
        settled(size);
        id.ifPresent(recent::addFirst);
        if (recent.size() > RECENT) {
            recent.removeLast();
        }
    }

    synchronized void duplicate(long size) {
        duplicates++;
        settled(size);
    }

    synchronized void near(long size) {
        near++;
        settled(size);
    }

    synchronized void imageRefused(Refusal refusal, long size) {
        refused.merge(refusal.reason().code(), 1L, Long::sum);
        settled(size);
    }

    /** Content that is counted nowhere else, such as stylesheets. */
    synchronized void fetched(long size) {
        bytesOfNothing += size;
    }

    synchronized long bytes() {
        return bytes + bytesOfNothing;
    }

    synchronized CollectProgress snapshot(CollectProgress.Stage stage, Duration worked) {
        double done = speed.perSecond();
        return new CollectProgress(
                session,
                stage,
                pages,
                pagesWaiting,
                newImages,
                duplicates,
                near,
                refused,
                imagesWaiting,
                bytes + bytesOfNothing,
                speed.imagesPerSecond(),
                worked,
                done <= 0
                        ? Optional.empty()
                        : Optional.of(Duration.ofMillis((long) ((pagesWaiting + imagesWaiting) / done * 1000))),
                List.copyOf(recent));
    }

    private void settled(long size) {
        imagesWaiting--;
        bytes += size;
        speed.imageDone();
    }
}

package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.Urls;
import dev.rewarddesk.collect.journal.Journal;
import dev.rewarddesk.collect.journal.JournalCounts;
import dev.rewarddesk.collect.journal.WaitingImage;
import dev.rewarddesk.collect.journal.WaitingPage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;

/**
 * Says what comes next: hosts in turn, of each no more at a time than it gets, images before further pages, and nothing beyond the
 * bounds. Holds a part of what waits; the rest is in the journal.
 */
final class Frontier {

    private static final int PORTION = 1000;
    private static final int LOW = 300;

    /** So much is held when hosts that are busy have the most of it. */
    private static final int MOST_HELD = 20_000;

    private final Journal journal;
    private final String session;
    private final int perHost;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private final Set<Work> answered = new HashSet<>();
    private final Set<Lane> held = new LinkedHashSet<>();

    private long lastPage;
    private long lastImage;
    private boolean morePages = true;
    private boolean moreImages = true;
    private int queued;
    private int active;
    private int activeImages;
    private long pagesLeft;
    private long imagesLeft;
    private boolean paused;
    private boolean stopped;
    private int seeding;

    Frontier(Journal journal, String session, CollectSettings settings, JournalCounts before) {
        this.journal = journal;
        this.session = session;
        this.perHost = settings.perHost();
        this.pagesLeft = Math.max(0, settings.bounds().pages() - before.pagesRead() - before.pagesRefused());
        this.imagesLeft = Math.max(0, settings.bounds().images() - before.imagesNew());
    }

    /** What one host waits for. */
    private static final class Lane {
        private final Deque<Work> pages = new ArrayDeque<>();
        private final Deque<Work> images = new ArrayDeque<>();
        private int active;
        private boolean listed;
    }

    /** Waits for the next; empty when there is nothing left to do, or it was stopped. {@link #done} ends it. */
    Optional<Work> next() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                if (stopped) {
                    return Optional.empty();
                }
                if (!paused) {
                    fill();
                    Optional<Work> work = take();
                    if (work.isPresent()) {
                        return work;
                    }
                    if (active == 0 && seeding == 0) {
                        changed.signalAll();
                        return Optional.empty();
                    }
                }
                changed.await();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The site has answered, so that another may be asked of it while this one is dealt with. */
    void answered(Work work) {
        lock.lock();
        try {
            if (answered.add(work)) {
                leave(work);
            }
        } finally {
            lock.unlock();
        }
    }

    /** @param broughtNewImage whether it counts towards the images that a run may bring */
    void done(Work work, boolean broughtNewImage) {
        lock.lock();
        try {
            active--;
            if (!answered.remove(work)) {
                leave(work);
            }
            if (work instanceof Work.OfImage) {
                activeImages--;
                imagesLeft -= broughtNewImage ? 1 : 0;
                held.forEach(this::list);
                held.clear();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** More was written down. */
    void found() {
        lock.lock();
        try {
            morePages = true;
            moreImages = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on, until {@link #seeded}, more may be found though nothing is being asked for. */
    void seeding() {
        lock.lock();
        try {
            seeding++;
        } finally {
            lock.unlock();
        }
    }

    void seeded() {
        lock.lock();
        try {
            seeding--;
            found();
        } finally {
            lock.unlock();
        }
    }

    void pause(boolean pausing) {
        lock.lock();
        try {
            paused = pausing;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Hands nothing out any more. */
    void stop() {
        lock.lock();
        try {
            stopped = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void leave(Work work) {
        Lane lane = lanes.get(Urls.origin(work.url()));
        if (lane != null) {
            lane.active--;
            list(lane);
            changed.signalAll();
        }
    }

    private Optional<Work> take() {
        for (Lane lane = ready.poll(); lane != null; lane = ready.poll()) {
            lane.listed = false;
            boolean image = !lane.images.isEmpty() && activeImages < imagesLeft;
            boolean page = !image && !lane.pages.isEmpty() && pagesLeft > 0 && imagesLeft > 0;
            if (!image && !page) {
                held.add(lane);
                continue;
            }
            Work work = image ? lane.images.remove() : lane.pages.remove();
            queued--;
            active++;
            lane.active++;
            if (image) {
                activeImages++;
            } else {
                pagesLeft--;
            }
            list(lane);
            return Optional.of(work);
        }
        return Optional.empty();
    }

    private void list(Lane lane) {
        boolean hasWork = !lane.images.isEmpty() || !lane.pages.isEmpty();
        if (!lane.listed && hasWork && lane.active < perHost) {
            lane.listed = true;
            ready.add(lane);
        }
    }

    private void fill() {
        boolean thin = queued < LOW || (ready.isEmpty() && queued < MOST_HELD);
        if (thin && moreImages) {
            List<WaitingImage> images = journal.waitingImages(session, lastImage, PORTION);
            moreImages = images.size() == PORTION;
            for (WaitingImage image : images) {
                lastImage = image.ord();
                put(new Work.OfImage(image.ord(), HttpUrl.get(image.url())));
            }
        }
        if (thin && morePages && pagesLeft > 0) {
            List<WaitingPage> pages = journal.waitingPages(session, lastPage, PORTION);
            morePages = pages.size() == PORTION;
            for (WaitingPage page : pages) {
                lastPage = page.ord();
                put(new Work.OfPage(page.ord(), HttpUrl.get(page.url()), page.depth()));
            }
        }
    }

    private void put(Work work) {
        Lane lane = lanes.computeIfAbsent(Urls.origin(work.url()), _ -> new Lane());
        (work instanceof Work.OfPage ? lane.pages : lane.images).add(work);
        queued++;
        list(lane);
    }
}

package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.Scope;
import dev.rewarddesk.collect.crawl.Sitemaps;
import dev.rewarddesk.collect.crawl.Traps;
import dev.rewarddesk.collect.fetch.Fetcher;
import dev.rewarddesk.collect.journal.FoundPage;
import dev.rewarddesk.collect.journal.Journal;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Does what comes next, as often as there is something. */
final class Crew implements AutoCloseable {

    private final Journal journal;
    private final String session;
    private final CollectSettings settings;
    private final Frontier frontier;
    private final Counts counts;
    private final Fetcher fetcher;
    private final Sitemaps sitemaps;
    private final Scope scope;
    private final PageWork pages;
    private final ImageWork images;
    private final boolean seeded;

    Crew(
            Journal journal,
            String session,
            CollectSettings settings,
            Frontier frontier,
            Counts counts,
            Fetcher fetcher,
            Sitemaps sitemaps,
            Scope scope,
            PageWork pages,
            ImageWork images,
            boolean seeded) {
        this.journal = journal;
        this.session = session;
        this.settings = settings;
        this.frontier = frontier;
        this.counts = counts;
        this.fetcher = fetcher;
        this.sitemaps = sitemaps;
        this.scope = scope;
        this.pages = pages;
        this.images = images;
        this.seeded = seeded;
        if (!seeded) {
            frontier.seeding();
        }
    }

    /**
     * Works until there is nothing left to do.
     *
     * @param afterEach run after each page and image
     */
    void work(Runnable afterEach) throws InterruptedException {
        for (Optional<Work> next = frontier.next(); next.isPresent(); next = frontier.next()) {
            Work work = next.get();
            boolean broughtNewImage = false;
            try {
                switch (work) {
                    case Work.OfPage page -> pages.perform(page);
                    case Work.OfImage image -> broughtNewImage = images.perform(image, () -> frontier.answered(image));
                }
                // Before others learn of what was found: it may be beyond the bounds.
                afterEach.run();
                if (work instanceof Work.OfPage) {
                    frontier.found();
                }
            } finally {
                frontier.done(work, broughtNewImage);
            }
        }
    }

    /** Finds out where to begin: the start URLs, and what their sites' sitemaps name. */
    void seed() throws InterruptedException {
        if (seeded) {
            return;
        }
        try {
            List<HttpUrl> starts = settings.starts();
            begin(starts, 0);
            if (settings.sitemaps() && settings.bounds().depth() > 0) {
                for (HttpUrl start : starts) {
                    List<HttpUrl> named =
                            sitemaps.pages(start, settings.bounds().pages());
                    begin(
                            named.stream()
                                    .filter(url -> scope.holds(url) && !Traps.isCircular(url))
                                    .toList(),
                            1);
                }
            }
            journal.seeded(session);
        } finally {
            frontier.seeded();
        }
    }

    @Override
    public void close() {
        fetcher.close();
    }

    private void begin(List<HttpUrl> urls, int depth) {
        int added = journal.addPages(
                session,
                urls.stream().map(url -> new FoundPage(url.toString(), depth)).toList());
        counts.found(added, 0);
        frontier.found();
    }
}

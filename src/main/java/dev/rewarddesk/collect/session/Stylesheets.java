package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.Page;
import dev.rewarddesk.collect.crawl.PageReader;
import dev.rewarddesk.collect.crawl.Scope;
import dev.rewarddesk.collect.crawl.Sites;
import dev.rewarddesk.collect.fetch.Ask;
import dev.rewarddesk.collect.fetch.Fetched;
import dev.rewarddesk.collect.fetch.Fetcher;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** The linked stylesheets of a run's own sites, each read once, for the images that they show. */
final class Stylesheets {

    private static final long LARGEST = 2L << 20;
    private static final int MOST = 2000;

    private final Fetcher fetcher;
    private final Sites sites;
    private final Scope scope;
    private final Counts counts;
    private final Set<HttpUrl> seen = ConcurrentHashMap.newKeySet();

    Stylesheets(Fetcher fetcher, Sites sites, Scope scope, Counts counts) {
        this.fetcher = fetcher;
        this.sites = sites;
        this.scope = scope;
        this.counts = counts;
    }

    /** The images of those stylesheets of a page that no page had before, and of those that they bring in. */
    List<HttpUrl> images(Page page) throws InterruptedException {
        Deque<HttpUrl> waiting = new ArrayDeque<>(page.stylesheets());
        List<HttpUrl> images = new ArrayList<>();
        for (HttpUrl sheet = waiting.poll(); sheet != null; sheet = waiting.poll()) {
            if (scope.holds(sheet) && seen.size() < MOST && seen.add(sheet)) {
                Fetched fetched = fetcher.fetch(new Ask(sheet, "text/css, */*;q=0.1", LARGEST), sites.toParts());
                if (fetched instanceof Fetched.Content content && isStylesheet(content.contentType())) {
                    counts.fetched(content.bytes().size());
                    images.addAll(PageReader.imagesOfStylesheet(content.url(), content.bytes()));
                    waiting.addAll(PageReader.importsOfStylesheet(content.url(), content.bytes()));
                }
            }
        }
        return images;
    }

    private static boolean isStylesheet(String contentType) {
        return contentType.isBlank() || contentType.startsWith("text/css") || contentType.startsWith("text/plain");
    }
}

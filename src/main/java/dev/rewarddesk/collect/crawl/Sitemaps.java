package dev.rewarddesk.collect.crawl;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import dev.rewarddesk.collect.fetch.Ask;
import dev.rewarddesk.collect.fetch.Fetched;
import dev.rewarddesk.collect.fetch.Fetcher;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.ByteString;
import okio.GzipSource;

/** Reads the sitemaps of a site, and those that they name, within bounds. */
public final class Sitemaps {

    private static final int MOST_FILES = 50;
    private static final long LARGEST = 50L << 20;
    private static final ByteString GZIP = ByteString.decodeHex("1f8b");

    private final Fetcher fetcher;
    private final Sites sites;

    public Sitemaps(Fetcher fetcher, Sites sites) {
        this.fetcher = fetcher;
        this.sites = sites;
    }

    /** The pages that are named, at most that many, in order; those that cannot be read name none. */
    public List<HttpUrl> pages(HttpUrl start, int most) throws InterruptedException {
        Deque<HttpUrl> waiting = new ArrayDeque<>(sites.sitemaps(start));
        Set<HttpUrl> seen = new HashSet<>(waiting);
        List<HttpUrl> pages = new ArrayList<>();
        for (int files = 0; files < MOST_FILES && !waiting.isEmpty() && pages.size() < most; files++) {
            switch (read(waiting.remove())) {
                case SiteMapIndex index ->
                    index.getSitemaps().stream()
                            .flatMap(each -> Urls.parse(String.valueOf(each.getUrl())).stream())
                            .filter(seen::add)
                            .forEach(waiting::add);
                case SiteMap map -> add(map.getSiteMapUrls(), pages, most);
                default -> {}
            }
        }
        return pages;
    }

    private static void add(Collection<SiteMapURL> named, List<HttpUrl> pages, int most) {
        named.stream()
                .flatMap(each -> Urls.parse(String.valueOf(each.getUrl())).stream())
                .limit(most - pages.size())
                .forEach(pages::add);
    }

    private AbstractSiteMap read(HttpUrl url) throws InterruptedException {
        Fetched fetched = fetcher.fetch(
                new Ask(url, "application/xml, text/xml, text/plain, */*;q=0.1", LARGEST), sites.toParts());
        if (fetched instanceof Fetched.Content content) {
            try {
                // Not strict: a sitemap at one place may name pages at another; which are read is for the scope to say.
                return new SiteMapParser(false)
                        .parseSiteMap(
                                unpacked(content.bytes()).toByteArray(),
                                content.url().url());
            } catch (UnknownFormatException | IOException | RuntimeException unreadable) {
                return new SiteMap();
            }
        }
        return new SiteMap();
    }

    private static ByteString unpacked(ByteString bytes) throws IOException {
        if (!bytes.startsWith(GZIP)) {
            return bytes;
        }
        try (GzipSource gzip = new GzipSource(new Buffer().write(bytes))) {
            Buffer unpacked = new Buffer();
            while (gzip.read(unpacked, 64 << 10) != -1) {
                if (unpacked.size() > LARGEST) {
                    throw new IOException("too large");
                }
            }
            return unpacked.readByteString();
        }
    }
}

package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.ImageReference;
import dev.rewarddesk.collect.crawl.ImageReference.Place;
import dev.rewarddesk.collect.crawl.Page;
import dev.rewarddesk.collect.crawl.PageReader;
import dev.rewarddesk.collect.crawl.Scope;
import dev.rewarddesk.collect.crawl.Sites;
import dev.rewarddesk.collect.crawl.Traps;
import dev.rewarddesk.collect.crawl.Urls;
import dev.rewarddesk.collect.fetch.Ask;
import dev.rewarddesk.collect.fetch.Fetched;
import dev.rewarddesk.collect.fetch.Fetcher;
import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import dev.rewarddesk.collect.fetch.Validators;
import dev.rewarddesk.collect.journal.FoundImage;
import dev.rewarddesk.collect.journal.FoundPage;
import dev.rewarddesk.collect.journal.Journal;
import dev.rewarddesk.collect.journal.RecordedDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Reads a page and writes down what it leads to. */
final class PageWork {

    private static final long LARGEST = 10L << 20;
    private static final String ACCEPT = "text/html, application/xhtml+xml, */*;q=0.1";

    private final Fetcher fetcher;
    private final Sites sites;
    private final Scope scope;
    private final Journal journal;
    private final Counts counts;
    private final String session;
    private final int deepest;
    private final Traps traps = new Traps();
    private final Stylesheets stylesheets;

    PageWork(Fetcher fetcher, Sites sites, Scope scope, Journal journal, Counts counts, String session, int deepest) {
        this.fetcher = fetcher;
        this.sites = sites;
        this.scope = scope;
        this.journal = journal;
        this.counts = counts;
        this.session = session;
        this.deepest = deepest;
        this.stylesheets = new Stylesheets(fetcher, sites, scope, counts);
    }

    void perform(Work.OfPage work) throws InterruptedException {
        try {
            read(work);
        } catch (RefusedException refused) {
            Refusal refusal = refused.refusal();
            journal.pageRefused(work.ord(), refusal.reason().code(), refusal.detail());
            counts.pageRefused(refusal);
        }
    }

    private void read(Work.OfPage work) throws RefusedException, InterruptedException {
        HttpUrl url = work.url();
        if (traps.isExhausted(url)) {
            throw new RefusedException(Reason.TRAP);
        }
        Optional<RecordedDocument> known = journal.document(url.toString());
        Validators validators = known.map(document -> new Validators(document.etag(), document.lastModified()))
                .orElse(Validators.NONE);
        switch (fetcher.fetch(new Ask(url, ACCEPT, LARGEST, validators), sites.toPages())) {
            case Fetched.Refused(Refusal refusal) -> throw new RefusedException(refusal);
            case Fetched.Unchanged _ ->
                writeDown(
                        work,
                        0,
                        known.map(document -> Wire.read(document.content(), PageMemory.class))
                                .orElseThrow(() -> new RefusedException(Reason.HTTP_ERROR)));
            case Fetched.Content content -> {
                PageMemory page = memory(work, content);
                writeDown(work, content.bytes().size(), page);
                if (!content.validators().isEmpty()) {
                    journal.remember(
                            url.toString(),
                            new RecordedDocument(
                                    content.validators().etag(),
                                    content.validators().lastModified(),
                                    Wire.text(page)));
                }
            }
        }
    }

    private PageMemory memory(Work.OfPage work, Fetched.Content content) throws RefusedException, InterruptedException {
        HttpUrl at = Urls.canonical(content.url());
        if (!PageReader.isPage(content.contentType(), content.bytes())) {
            if (work.depth() == 0 && content.contentType().startsWith("image/")) {
                return theImageItself(work.url());
            }
            throw new RefusedException(new Refusal(Reason.NOT_A_PAGE, content.contentType()));
        }
        Page page = PageReader.read(content.url(), content.contentType(), content.bytes(), content.robotsTags());
        List<String> aliases = new ArrayList<>();
        if (!at.equals(work.url())) {
            aliases.add(at.toString());
        }
        Optional<HttpUrl> own = page.canonical().filter(named -> isAnotherNameOf(at, named));
        own.filter(named -> !named.equals(work.url())).ifPresent(named -> aliases.add(named.toString()));
        HttpUrl name = own.orElse(at);
        List<Found> images = new ArrayList<>();
        page.images().forEach(image -> images.add(Found.on(page, name, image)));
        for (HttpUrl image : stylesheets.images(page)) {
            images.add(Found.on(page, name, ImageReference.bare(image, Place.STYLESHEET)));
        }
        return new PageMemory(
                aliases, page.links().stream().map(HttpUrl::toString).toList(), images);
    }

    private static PageMemory theImageItself(HttpUrl url) {
        Page nothing = new Page(url, Optional.empty(), "", List.of(), List.of(), List.of(), List.of(), false);
        return new PageMemory(
                List.of(), List.of(), List.of(Found.on(nothing, url, ImageReference.bare(url, Place.DIRECT))));
    }

    // Some sites name their front page on every page; only what differs as two names of one page do is believed.
    private static boolean isAnotherNameOf(HttpUrl page, HttpUrl named) {
        return named.host().equals(page.host())
                && named.port() == page.port()
                && bare(named).equals(bare(page));
    }

    private static String bare(HttpUrl url) {
        return url.encodedPath()
                .replaceFirst("(?i)/(?:index|default)\\.[a-z]{3,5}$", "/")
                .replaceFirst("/$", "");
    }

    private void writeDown(Work.OfPage work, long bytes, PageMemory page) {
        List<FoundPage> pages = new ArrayList<>();
        for (String link : page.links()) {
            HttpUrl url = HttpUrl.get(link);
            if (scope.holds(url) && !Traps.isCircular(url) && !traps.isExhausted(url)) {
                pages.add(new FoundPage(link, work.depth() + 1));
            }
        }
        if (work.depth() >= deepest) {
            counts.tooDeep(pages.stream().map(FoundPage::url).toList());
            pages = List.of();
        }
        List<FoundImage> images = page.images().stream()
                .map(image -> new FoundImage(image.url(), Wire.text(image)))
                .toList();
        Journal.Added added = journal.pageRead(session, work.ord(), bytes, page.aliases(), pages, images);
        traps.read(work.url(), added.images() > 0);
        counts.found(added.pages(), added.images());
        counts.pageRead(bytes);
    }
}

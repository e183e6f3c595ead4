package dev.rewarddesk.collect.crawl;

import dev.rewarddesk.collect.fetch.Fetcher;
import dev.rewarddesk.collect.fetch.Passage;
import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;

/** All hosts of a run, each asked at its own pace and by its own rules. */
public final class Sites {

    private final Fetcher fetcher;
    private final Scope scope;
    private final int atATime;
    private final Duration between;
    private final String robotName;
    private final Map<String, Site> sites = new ConcurrentHashMap<>();

    /**
     * @param atATime how many requests one host gets at a time
     * @param between how long at least between two
     * @param robotName what robots.txt calls us
     */
    public Sites(Fetcher fetcher, Scope scope, int atATime, Duration between, String robotName) {
        this.fetcher = fetcher;
        this.scope = scope;
        this.atATime = atATime;
        this.between = between;
        this.robotName = robotName;
    }

    /** The way to a page: within the scope, and by the rules. */
    public Passage toPages() {
        return url -> {
            if (!scope.holds(url)) {
                throw new RefusedException(Reason.OTHER_SITE);
            }
            return byTheRules(url);
        };
    }

    /** The way to an image or another part of a page: by the rules. */
    public Passage toParts() {
        return this::byTheRules;
    }

    /** How the record of an image words what its site's robots.txt says. */
    public String verdict(HttpUrl url) throws InterruptedException {
        return site(url).rules(fetcher, this).verdict();
    }

    /** Where the sitemaps of a start URL's site may be. */
    public List<HttpUrl> sitemaps(HttpUrl start) throws InterruptedException {
        Site site = site(start);
        return site.sitemaps(site.rules(fetcher, this));
    }

    /** The way to robots.txt itself. */
    Passage.Turn withoutRules(HttpUrl url) throws InterruptedException {
        return site(url).turn();
    }

    private Passage.Turn byTheRules(HttpUrl url) throws RefusedException, InterruptedException {
        Site site = site(url);
        Optional<Refusal> against = site.rules(fetcher, this).against(url);
        if (against.isPresent()) {
            throw new RefusedException(against.get());
        }
        return site.turn();
    }

    private Site site(HttpUrl url) {
        return sites.computeIfAbsent(Urls.origin(url), _ -> new Site(url, new Pace(atATime, between), robotName));
    }
}

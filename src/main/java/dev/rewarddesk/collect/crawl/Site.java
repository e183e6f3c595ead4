package dev.rewarddesk.collect.crawl;

import crawlercommons.robots.SimpleRobotRulesParser;
import dev.rewarddesk.collect.fetch.Ask;
import dev.rewarddesk.collect.fetch.Fetched;
import dev.rewarddesk.collect.fetch.Fetcher;
import dev.rewarddesk.collect.fetch.Passage;
import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** One host as it is asked: at its pace, by its rules. */
final class Site {

    /** As far as the standard (RFC 9309) asks to read. */
    private static final long LONGEST_ROBOTS = 512 << 10;

    /** A site's mistakes are not for our log, which would quote them. */
    private static final int NO_WARNINGS = 0;

    private final HttpUrl root;
    private final Pace pace;
    private final String robotName;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Rules rules;

    Site(HttpUrl anyOfIt, Pace pace, String robotName) {
        this.root = anyOfIt.newBuilder().encodedPath("/").query(null).build();
        this.pace = pace;
        this.robotName = robotName.toLowerCase(Locale.ROOT);
    }

    /** What it asks for; read when first needed. */
    Rules rules(Fetcher fetcher, Sites others) throws InterruptedException {
        Rules known = rules;
        if (known != null) {
            return known;
        }
        reading.lockInterruptibly();
        try {
            known = rules;
            if (known == null) {
                known = read(fetcher, others);
                if (known instanceof Rules.Read read) {
                    pace.slower(read.delay());
                }
                rules = known;
            }
            return known;
        } finally {
            reading.unlock();
        }
    }

    /** Where its sitemaps may be. */
    List<HttpUrl> sitemaps(Rules known) {
        Optional<HttpUrl> usual = Urls.resolve(root, "/sitemap.xml");
        List<HttpUrl> named = known instanceof Rules.Read read
                ? read.sitemaps().stream()
                        .flatMap(each -> Urls.parse(each).stream())
                        .toList()
                : List.of();
        return named.isEmpty() ? usual.stream().toList() : named;
    }

    /** Waits for a turn. */
    Passage.Turn turn() throws InterruptedException {
        pace.enter();
        return new Passage.Turn() {
            @Override
            public void leaveAlone(Duration wait) {
                pace.leaveAlone(wait);
            }

            @Override
            public void close() {
                pace.leave();
            }
        };
    }

    private Rules read(Fetcher fetcher, Sites others) throws InterruptedException {
        HttpUrl file = root.newBuilder().encodedPath("/robots.txt").build();
        Fetched fetched = fetcher.fetch(new Ask(file, "text/plain, */*;q=0.1", LONGEST_ROBOTS), others::withoutRules);
        return switch (fetched) {
            case Fetched.Content content ->
                new Rules.Read(new SimpleRobotRulesParser(SimpleRobotRulesParser.DEFAULT_MAX_CRAWL_DELAY, NO_WARNINGS)
                        .parseContent(
                                file.toString(), content.bytes().toByteArray(), "text/plain", List.of(robotName)));
            case Fetched.Unchanged _ -> new Rules.None();
            case Fetched.Refused(Refusal refusal) ->
                switch (refusal.reason()) {
                    case NOT_FOUND, FORBIDDEN -> new Rules.None();
                    case HTTP_ERROR ->
                        refusal.detail().startsWith("4")
                                ? new Rules.None()
                                : new Rules.Unknown(new Refusal(Reason.ROBOTS_UNAVAILABLE, refusal.detail()));
                    // Then it is the host that cannot be had, or must not.
                    case CLOSED_ADDRESS, UNREACHABLE, TIMEOUT -> new Rules.Unknown(refusal);
                    default ->
                        new Rules.Unknown(new Refusal(
                                Reason.ROBOTS_UNAVAILABLE, refusal.reason().code()));
                };
        };
    }
}

package dev.rewarddesk.collect.crawl;

import crawlercommons.robots.BaseRobotRules;
import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import okhttp3.HttpUrl;

/** What a site's robots.txt asks for. */
sealed interface Rules {

    /** Why that URL may not be asked; empty where it may. */
    Optional<Refusal> against(HttpUrl url);

    /** How a record of an image words it. */
    String verdict();

    /** It was read. */
    record Read(BaseRobotRules rules) implements Rules {

        /** Who asks for more is asked this often and no more: nobody comes back the day after tomorrow. */
        private static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

        @Override
        public Optional<Refusal> against(HttpUrl url) {
            return rules.isAllowed(url.toString()) ? Optional.empty() : Optional.of(Refusal.of(Reason.ROBOTS));
        }

        @Override
        public String verdict() {
            return "allowed by robots.txt";
        }

        Duration delay() {
            Duration asked = Duration.ofMillis(Math.max(rules.getCrawlDelay(), 0));
            return asked.compareTo(LONGEST_DELAY) < 0 ? asked : LONGEST_DELAY;
        }

        List<String> sitemaps() {
            return rules.getSitemaps();
        }
    }

    /** There is none, so everything may be asked. */
    record None() implements Rules {
        @Override
        public Optional<Refusal> against(HttpUrl url) {
            return Optional.empty();
        }

        @Override
        public String verdict() {
            return "no robots.txt";
        }
    }

    /** It could not be had, so nothing may be. */
    record Unknown(Refusal refusal) implements Rules {
        @Override
        public Optional<Refusal> against(HttpUrl url) {
            return Optional.of(refusal);
        }

        @Override
        public String verdict() {
            return "robots.txt could not be had";
        }
    }
}

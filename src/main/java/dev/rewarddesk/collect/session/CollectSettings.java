package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.crawl.Urls;
import dev.rewarddesk.failure.ServiceFailure;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;

/**
 * What a run is to do.
 *
 * @param urls where it begins
 * @param anySite whether it follows links to other sites
 * @param sitemaps whether it reads the sites' sitemaps
 * @param images which of them are taken
 * @param category of images that no rule is about; empty for the workspace's usual one
 * @param rules the first that holds counts
 * @param allowPrivate whether this machine and its network may be asked
 * @param userAgent who asks, as sites are told; its first word is what their robots.txt calls us
 * @param perHost how many requests one host gets at a time
 * @param delay how long at least between two requests to one host
 * @param dryRun whether nothing is uploaded
 */
public record CollectSettings(
        List<String> urls,
        boolean anySite,
        boolean sitemaps,
        Bounds bounds,
        ImageRules images,
        String category,
        List<CategoryRule> rules,
        boolean allowPrivate,
        String userAgent,
        int perHost,
        Duration delay,
        boolean dryRun) {

    /** What sites are told when nothing else is asked for. */
    public static final String USER_AGENT = "RewardDesk (collects images for review; obeys robots.txt)";

    /** Keeps its own copies of the lists. */
    public CollectSettings {
        urls = List.copyOf(urls);
        rules = List.copyOf(rules);
    }

    /** With everything as it usually is. */
    public static CollectSettings of(List<String> urls) {
        return new CollectSettings(
                urls,
                false,
                true,
                Bounds.USUAL,
                ImageRules.USUAL,
                "",
                List.of(),
                false,
                USER_AGENT,
                4,
                Duration.ofMillis(200),
                false);
    }

    /** The same within other bounds. */
    public CollectSettings within(Bounds other) {
        return new CollectSettings(
                urls,
                anySite,
                sitemaps,
                other,
                images,
                category,
                rules,
                allowPrivate,
                userAgent,
                perHost,
                delay,
                dryRun);
    }

    /** The same from there on. */
    public CollectSettings at(List<String> starts) {
        return new CollectSettings(
                starts,
                anySite,
                sitemaps,
                bounds,
                images,
                category,
                rules,
                allowPrivate,
                userAgent,
                perHost,
                delay,
                dryRun);
    }

    /** The same for that category, where no rule says otherwise. */
    public CollectSettings in(String other) {
        return new CollectSettings(
                urls, anySite, sitemaps, bounds, images, other, rules, allowPrivate, userAgent, perHost, delay, dryRun);
    }

    /** The same, where this machine and its network may be asked. */
    public CollectSettings allowingPrivate() {
        return new CollectSettings(
                urls, anySite, sitemaps, bounds, images, category, rules, true, userAgent, perHost, delay, dryRun);
    }

    /** The same, uploading nothing or not. */
    public CollectSettings dry(boolean dry) {
        return new CollectSettings(
                urls, anySite, sitemaps, bounds, images, category, rules, allowPrivate, userAgent, perHost, delay, dry);
    }

    /** The same with other rules for images. */
    public CollectSettings taking(ImageRules other) {
        return new CollectSettings(
                urls,
                anySite,
                sitemaps,
                bounds,
                other,
                category,
                rules,
                allowPrivate,
                userAgent,
                perHost,
                delay,
                dryRun);
    }

    /** The start URLs, in one form; {@code Invalid} names the first that is none. */
    List<HttpUrl> starts() {
        if (urls.isEmpty()) {
            throw new ServiceFailure.Invalid("no_url", "There is no URL to begin at. Nothing was collected.", "url");
        }
        return urls.stream()
                .map(url -> Urls.parse(url)
                        .orElseThrow(() -> new ServiceFailure.Invalid(
                                "invalid_url",
                                "\"" + url
                                        + "\" is no http or https URL that can be collected from. Nothing was collected.",
                                "url")))
                .distinct()
                .toList();
    }

    /** What robots.txt calls us. */
    String robotName() {
        String first = userAgent.strip().split("[/\\s]", 2)[0];
        return first.isEmpty() ? "RewardDesk" : first;
    }
}

package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CategoryRule;
import dev.rewarddesk.collect.session.CollectSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a run is to do, besides where it ends. */
final class CollectOptions {

    private static final int MOST_PER_HOST = 64;

    @Option(names = "--category", paramLabel = "NAME", description = "The category of images that no rule is about.")
    private String category = "";

    @Option(
            names = "--category-rule",
            paramLabel = "RULE",
            description = {
                "NAME=site:HOST,…  NAME=url:PATTERN,… (* stands for anything)  NAME=words:WORD,…",
                "May be given several times; the first that holds counts."
            })
    private List<String> rules = new ArrayList<>();

    @Option(names = "--any-site", description = "Follow links to other sites. Images may be anywhere in any case.")
    private boolean anySite;

    @Option(names = "--same-site", description = "Stay on the sites of the URLs. This is the default.")
    private boolean sameSite;

    @Option(names = "--no-sitemaps", description = "Do not look for the sites' sitemaps.")
    private boolean noSitemaps;

    @Option(
            names = "--allow-private",
            description = "Ask this machine and its network too, which is refused otherwise.")
    private boolean allowPrivate;

    @Option(
            names = "--user-agent",
            paramLabel = "TEXT",
            description = "Who asks, as sites are told. Its first word is what their robots.txt calls it.")
    private String userAgent = CollectSettings.USER_AGENT;

    @Option(
            names = "--per-host",
            paramLabel = "N",
            defaultValue = "4",
            description = "Ask one host for so many things at a time. Default: 4.")
    private int perHost;

    @Option(
            names = "--delay",
            paramLabel = "T",
            defaultValue = "200ms",
            description = "Let so long pass between two requests to one host. Default: 200ms.")
    private String delay = "";

    @Option(names = "--dry-run", description = "Upload nothing; say what would be.")
    private boolean dryRun;

    /** All that is asked for; ends with wrong usage where that makes no sense. */
    CollectSettings settings(List<String> urls, BoundOptions bounds, ImageOptions images, CommandLine line) {
        if (anySite && sameSite) {
            throw new ParameterException(line, "--any-site and --same-site cannot both hold.");
        }
        if (perHost < 1 || perHost > MOST_PER_HOST) {
            throw new ParameterException(line, "--per-host is from 1 to " + MOST_PER_HOST + ", not " + perHost + ".");
        }
        if (!userAgent.matches("[\\x20-\\x7e]*[\\x21-\\x7e][\\x20-\\x7e]*")) {
            throw new ParameterException(line, "--user-agent takes printable ASCII and something to read.");
        }
        List<CategoryRule> read = rules.stream()
                .map(rule -> CategoryRule.parse(rule)
                        .orElseThrow(() -> new ParameterException(
                                line,
                                "A category rule is NAME=site:…, NAME=url:… or NAME=words:…, and not " + rule + ".")))
                .toList();
        return new CollectSettings(
                urls,
                anySite,
                !noSitemaps,
                bounds.over(Bounds.USUAL, line),
                images.rules(line),
                category,
                read,
                allowPrivate,
                userAgent,
                perHost,
                Quantities.time(delay)
                        .orElseThrow(() -> new ParameterException(
                                line, "--delay takes a time such as 200ms or 2s, not " + delay + ".")),
                dryRun);
    }
}

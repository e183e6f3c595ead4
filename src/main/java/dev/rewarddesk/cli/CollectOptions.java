package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CategoryRule;
import dev.rewarddesk.collect.session.CollectSettings;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How sites are asked, and what is made of what they have. */
@Section("collect")
final class CollectOptions {

    @Option(names = "--category", paramLabel = "NAME", description = "The category of images that no rule is about.")
    private String category = "";

    @Option(
            names = "--category-rule",
            paramLabel = "RULE",
            split = "\n",
            description = {
                "NAME=site:HOST,…  NAME=url:PATTERN,… (* stands for anything)  NAME=words:WORD,…",
                "May be given several times; the first that holds counts."
            })
    private List<String> rules = new ArrayList<>();

    @Option(
            names = "--any-site",
            fallbackValue = "true",
            description = "Follow links to other sites. Images may be anywhere in any case.")
    private boolean anySite;

    @Option(names = "--same-site", description = "Stay on the sites of the URLs. This is the default.")
    private boolean sameSite;

    @Option(
            names = "--sitemaps",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Look for the sites' sitemaps. This is the default.")
    private boolean sitemaps = true;

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

    /** All that is asked for, of other people's machines; ends with wrong usage where that makes no sense. */
    CollectSettings settings(List<String> urls, Bounds bounds, ImageOptions images, CommandLine line) {
        if (sameSite && line.getParseResult().hasMatchedOption("--any-site")) {
            throw new ParameterException(line, "--any-site and --same-site cannot both hold.");
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
                anySite && !sameSite,
                sitemaps,
                bounds,
                images.rules(line),
                category,
                read,
                false,
                userAgent,
                perHost,
                Quantities.time(delay)
                        .orElseThrow(() -> new ParameterException(
                                line, "--delay takes a time such as 200ms or 2s, not " + delay + ".")),
                false);
    }
}

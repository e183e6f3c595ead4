package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.Bounds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Where a run ends at the latest. */
@Section("collect")
final class BoundOptions {

    @Option(names = "--max-pages", paramLabel = "N", description = "Ask for so many pages at most. Default: 1000.")
    private @Nullable Integer maxPages;

    @Option(
            names = "--max-images",
            paramLabel = "N",
            description = "Bring in so many new images at most. Default: 5000.")
    private @Nullable Integer maxImages;

    @Option(names = "--max-depth", paramLabel = "N", description = "Follow so many links in a row. Default: 10.")
    private @Nullable Integer maxDepth;

    @Option(
            names = "--max-bytes",
            paramLabel = "N",
            description = "Fetch so many bytes at most; k, M or G may follow. Default: 2G.")
    private @Nullable String maxBytes;

    @Option(
            names = "--max-time",
            paramLabel = "T",
            description = "Stop after so long, such as 90s, 15m or 2h. Default: 1h.")
    private @Nullable String maxTime;

    /** Those that are given or configured, and the others as they are. */
    Bounds over(Bounds others, CommandLine line) {
        return new Bounds(
                maxPages == null ? others.pages() : maxPages,
                maxImages == null ? others.images() : maxImages,
                maxDepth == null ? others.depth() : maxDepth,
                maxBytes == null
                        ? others.bytes()
                        : Quantities.bytes(maxBytes)
                                .orElseThrow(() -> new ParameterException(
                                        line, "--max-bytes takes a number such as 500M or 2G, not " + maxBytes + ".")),
                maxTime == null
                        ? others.time()
                        : Quantities.time(maxTime)
                                .filter(Duration::isPositive)
                                .orElseThrow(() -> new ParameterException(
                                        line, "--max-time takes a time such as 90s, 15m or 2h, not " + maxTime + ".")));
    }

    /** Those that the command line names, and the others as they are: a session that is gone on with has bounds of its own. */
    Bounds namedOver(Bounds others, CommandLine line) {
        BoundOptions named = new BoundOptions();
        ParseResult given = line.getParseResult();
        named.maxPages = given.hasMatchedOption("--max-pages") ? maxPages : null;
        named.maxImages = given.hasMatchedOption("--max-images") ? maxImages : null;
        named.maxDepth = given.hasMatchedOption("--max-depth") ? maxDepth : null;
        named.maxBytes = given.hasMatchedOption("--max-bytes") ? maxBytes : null;
        named.maxTime = given.hasMatchedOption("--max-time") ? maxTime : null;
        return named.over(others, line);
    }
}

package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.Bounds;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where a run ends at the latest. */
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

    /** Those that are given, and the others as they are. */
    Bounds over(Bounds others, CommandLine line) {
        return new Bounds(
                number("--max-pages", maxPages, 1, others.pages(), line),
                number("--max-images", maxImages, 1, others.images(), line),
                number("--max-depth", maxDepth, 0, others.depth(), line),
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

    private static int number(String option, @Nullable Integer given, int least, int otherwise, CommandLine line) {
        if (given == null) {
            return otherwise;
        }
        if (given < least) {
            throw new ParameterException(
                    line, option + " takes a whole number from " + least + " on, not " + given + ".");
        }
        return given;
    }
}

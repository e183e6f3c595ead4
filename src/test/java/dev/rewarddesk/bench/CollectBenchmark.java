package dev.rewarddesk.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * GIMP's manual collected whole into a new workspace, checked against a list made from its files; and the same site by Scrapy's
 * image pipeline, by turns. Fetches both from Debian the first time.
 *
 * <p>Every round of Scrapy is a process of its own, as it is used. Ours stays, as it does for whoever collects more than one
 * manual: the first round is that of a new process, and it takes some more until all that is used often is compiled.
 */
public final class CollectBenchmark {

    /** What was fetched from Debian. */
    static final Path FOLDER = Path.of("target/collect-bench").toAbsolutePath();

    private static final int CONCURRENCY = 16;

    /** The first of them tells how fast a new process is; none counts for the medians. */
    private static final int WARMING = 4;

    private CollectBenchmark() {}

    /** {@code [rounds]}; 3 when not said, besides those to warm up. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Path manual = DebianPackages.unpacked(FOLDER.resolve("manual"), List.of(ManualSite.PACKAGE));
        Path scrapy = DebianPackages.unpacked(
                FOLDER.resolve("scrapy"), DebianPackages.withWhatTheyNeed("python3-scrapy", "python3-pil"));
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        // Removed at the end: where many files were removed a moment ago, ext4 takes long to make new ones.
        Path kept = Files.createTempDirectory("collected");
        try (ManualSite site = ManualSite.serve(manual)) {
            say(String.format(
                    Locale.ROOT,
                    "by the files: %d images on pages, %d with those of stylesheets, %d different ones",
                    site.images(false).size(),
                    site.images(true).size(),
                    site.contents().size()));
            for (int round = -WARMING; round < rounds; round++) {
                double mine = collect(site, Files.createDirectory(kept.resolve("journal" + round)));
                double other = scrape(site, scrapy, Files.createDirectory(kept.resolve("scrapy" + round)));
                say(String.format(
                        Locale.ROOT, "round %d: Reward Desk %.1f s, Scrapy %.1f s", round + WARMING + 1, mine, other));
                if (round >= 0) {
                    ours[round] = mine;
                    theirs[round] = other;
                }
            }
        }
        remove(kept);
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double median = ours[rounds / 2];
        say(String.format(
                Locale.ROOT,
                "medians: Reward Desk %.1f s, Scrapy %.1f s: %.1f times as fast",
                median,
                theirs[rounds / 2],
                theirs[rounds / 2] / median));
        System.exit(0);
    }

    private static double collect(ManualSite site, Path journal)
            throws IOException, InterruptedException, SQLException {
        Collected collected = Collected.of(site, CONCURRENCY, journal);
        say(String.format(
                Locale.ROOT,
                "Reward Desk: %s, %s, %s, refused %s: %s",
                collected.report().state(),
                collected.report().pages(),
                collected.report().images(),
                collected.report().refused(),
                compared(collected.contents(), site.contents())));
        return collected.seconds();
    }

    private static double scrape(ManualSite site, Path scrapy, Path store) throws IOException, InterruptedException {
        ScrapyRun run = ScrapyRun.of(scrapy, site.start(), store, CONCURRENCY);
        // Scrapy does not read stylesheets.
        say(String.format(
                Locale.ROOT, "Scrapy: %d images: %s", run.urls().size(), compared(run.urls(), site.images(false))));
        return run.seconds();
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static String compared(Set<String> taken, Set<String> expected) {
        if (taken.equals(expected)) {
            return "exactly those of the files";
        }
        Set<String> missing = new HashSet<>(expected);
        missing.removeAll(taken);
        Set<String> further = new HashSet<>(taken);
        further.removeAll(expected);
        return missing.size() + " MISSING, " + further.size() + " TOO MANY";
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

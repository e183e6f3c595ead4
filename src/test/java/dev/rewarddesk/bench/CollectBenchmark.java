package dev.rewarddesk.bench;

import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectRun;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * GIMP's manual collected whole into a new workspace, checked against a list made from its files; and the same site by Scrapy's
 * image pipeline, by turns. Fetches both from Debian into {@code target/collect-bench} the first time.
 */
public final class CollectBenchmark {

    private static final int CONCURRENCY = 16;

    private CollectBenchmark() {}

    /** {@code [rounds]}; 3 when not said. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        Path folder = Files.createDirectories(Path.of("target/collect-bench"));
        Path manual = DebianPackages.unpacked(folder.resolve("manual"), List.of(ManualSite.PACKAGE));
        Path scrapy = DebianPackages.unpacked(
                folder.resolve("scrapy"), DebianPackages.withWhatTheyNeed("python3-scrapy", "python3-pil"));
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        try (ManualSite site = ManualSite.serve(manual)) {
            Set<String> onPages = site.images(false);
            Set<String> contents = site.contents();
            System.out.printf(
                    Locale.ROOT,
                    "by the files: %d images on pages, %d with those of stylesheets, %d different ones%n",
                    onPages.size(),
                    site.images(true).size(),
                    contents.size());
            for (int round = 0; round < rounds; round++) {
                ours[round] = collect(site, contents);
                Path store = Files.createTempDirectory("scrapy-images");
                ScrapyRun run = ScrapyRun.of(scrapy.toAbsolutePath(), site.start(), store, CONCURRENCY);
                remove(store);
                theirs[round] = run.seconds();
                System.out.printf(
                        Locale.ROOT,
                        "round %d: Reward Desk %.1f s, Scrapy %.1f s; Scrapy %s%n",
                        round + 1,
                        ours[round],
                        theirs[round],
                        run.urls().equals(onPages) ? "has exactly those of the pages" : "has " + run.urls().size() + " images");
            }
        }
        Arrays.sort(ours);
        Arrays.sort(theirs);
        double median = ours[rounds / 2];
        System.out.printf(
                Locale.ROOT,
                "medians: Reward Desk %.1f s, Scrapy %.1f s: %.1f times as fast%n",
                median,
                theirs[rounds / 2],
                theirs[rounds / 2] / median);
        System.exit(0);
    }

    private static double collect(ManualSite site, Set<String> contents)
            throws IOException, InterruptedException, SQLException {
        Path journal = Files.createTempDirectory("collect-journal");
        try (TestBackend backend = TestBackend.fresh();
                SupabaseClient owner = RealWorkspace.owner(backend)) {
            CollectService service = new CollectService(owner, journal);
            CollectSettings settings = new CollectSettings(
                    List.of(site.start()),
                    false,
                    true,
                    new Bounds(100_000, 100_000, 1000, 1L << 40, Duration.ofMinutes(10)),
                    1,
                    1,
                    "",
                    List.of(),
                    true,
                    CollectSettings.USER_AGENT,
                    CONCURRENCY,
                    Duration.ZERO,
                    false);
            long began = System.nanoTime();
            CollectRun run = service.start(settings, _ -> {});
            run.await();
            double seconds = (System.nanoTime() - began) / 1e9;
            CollectReport report = service.session(run.session());
            Set<String> stored = stored(backend);
            System.out.printf(
                    Locale.ROOT,
                    "Reward Desk: %s, %s, %s, refused %s: %s%n",
                    report.state(),
                    report.pages(),
                    report.images(),
                    report.refused(),
                    stored.equals(contents) ? "exactly the images of the files" : difference(stored, contents));
            return seconds;
        } finally {
            remove(journal);
        }
    }

    private static String difference(Set<String> stored, Set<String> contents) {
        Set<String> missing = new HashSet<>(contents);
        missing.removeAll(stored);
        Set<String> further = new HashSet<>(stored);
        further.removeAll(contents);
        return missing.size() + " MISSING, " + further.size() + " TOO MANY";
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Set<String> stored(TestBackend backend) throws SQLException {
        Set<String> stored = new HashSet<>();
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select sha256 from public.images")) {
            while (row.next()) {
                stored.add(row.getString(1));
            }
        }
        return stored;
    }
}

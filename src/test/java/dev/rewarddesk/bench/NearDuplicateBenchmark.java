package dev.rewarddesk.bench;

import dev.rewarddesk.bench.NearSet.Outcome;
import dev.rewarddesk.collect.inspect.Fingerprint;
import dev.rewarddesk.collect.inspect.FingerprintIndex;
import dev.rewarddesk.collect.session.ImageRules;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Near duplicates: precision and recall at the default threshold, by kind of alteration; then time and memory of the index beside
 * comparing all with all.
 */
public final class NearDuplicateBenchmark {

    private static final int THRESHOLD = ImageRules.USUAL.nearThreshold();
    private static final int FROM_MANUAL = 300;
    private static final int FORMS = 100;
    private static final int COMPARED = 2000;

    /** Threshold and patterns were chosen by looking at pictures of lower numbers. */
    private static final int UNSEEN = 1000;

    private NearDuplicateBenchmark() {}

    /** {@code [painted] [indexed]}; 400 and 100,000 when not said. Pictures of GIMP's manual come from Debian the first time. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int painted = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400;
        int indexed = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        alike(painted);
        speed(indexed);
        System.exit(0);
    }

    private static void alike(int painted) throws IOException, InterruptedException {
        List<Path> sample = pictures(Path.of("assets/sample"), 1);
        NearSet set = NearSet.of(
                sample.size() + painted,
                number -> number < sample.size()
                        ? read(sample.get(number))
                        : PaintedScenes.scene(UNSEEN + number - sample.size()));
        say("%d sample pictures and %d painted ones, %d alterations, threshold %d of 144"
                .formatted(sample.size(), painted, Alteration.ALL.size(), THRESHOLD));
        table(set.outcomes(THRESHOLD));
        say("different pictures taken for alike: %d of %d pairs%n"
                .formatted(set.mistaken(THRESHOLD), set.size() * (set.size() - 1L) / 2));
        for (int threshold = 0; threshold <= 44; threshold += 4) {
            Outcome all = sum(set.outcomes(threshold));
            say(String.format(
                    Locale.ROOT,
                    "threshold %2d: recall %.4f, precision %.4f, %d pairs mistaken",
                    threshold,
                    all.recall(),
                    all.precision(),
                    set.mistaken(threshold)));
        }
        Path manual = DebianPackages.unpacked(CollectBenchmark.FOLDER.resolve("manual"), List.of(ManualSite.PACKAGE));
        List<Path> pictured = new ArrayList<>(pictures(manual, 100));
        Collections.shuffle(pictured, new Random(1));
        List<Path> some = pictured.subList(0, Math.min(FROM_MANUAL, pictured.size()));
        NearSet ofManual = NearSet.of(some.size(), number -> read(some.get(number)));
        Outcome outcome = sum(ofManual.outcomes(THRESHOLD));
        say(String.format(
                Locale.ROOT,
                "%n%d pictures of GIMP's manual, of which many show the same: recall %.4f; %d pairs taken for alike",
                some.size(),
                outcome.recall(),
                ofManual.mistaken(THRESHOLD)));
        NearSet forms = NearSet.of(FORMS, PaintedScenes::form);
        say("%d forms that differ in what was filled in: %d of %d pairs taken for alike%n"
                .formatted(FORMS, forms.mistaken(THRESHOLD), FORMS * (FORMS - 1) / 2));
    }

    private static void table(Map<Alteration, Outcome> outcomes) {
        say("%-50s | pictures | recall | precision | wrong".formatted("alteration"));
        Map<String, Outcome> byKind = new LinkedHashMap<>();
        outcomes.forEach((alteration, outcome) -> {
            say("%-12s %-37s | %s".formatted(alteration.kind(), alteration.name(), outcome));
            byKind.merge(alteration.kind(), outcome, Outcome::plus);
        });
        byKind.forEach((kind, outcome) -> say("%-50s | %s".formatted(kind + ", all", outcome)));
        say("%-50s | %s".formatted("all", sum(outcomes)));
    }

    private static Outcome sum(Map<Alteration, Outcome> outcomes) {
        return outcomes.values().stream().reduce(new Outcome(0, 0, 0), Outcome::plus);
    }

    private static void speed(int count) {
        List<Fingerprint> prints = IntStream.range(0, count)
                .parallel()
                .mapToObj(number -> NearSet.fingerprint(Alteration.jpeg(PaintedScenes.sketch(number), 0.8f)))
                .flatMap(print -> print.stream())
                .toList();
        // What is measured first would be measured while Java still learns it.
        indexed(prints.subList(0, Math.min(5000, prints.size())), new Figures());
        Figures searches = new Figures();
        long before = memory();
        FingerprintIndex[] kept = new FingerprintIndex[1];
        long began = System.nanoTime();
        kept[0] = indexed(prints, searches);
        double withIndex = (System.nanoTime() - began) / 1e9;
        long memory = memory() - before;
        say("%d fingerprints, each looked for and then added: %.1f s, %.1f MB"
                .formatted(kept[0].size(), withIndex, memory / 1e6));
        say(Figures.head());
        say(searches.row("one search while it grows"));

        long beforePairs = memory();
        AllPairs[] pairs = {new AllPairs(prints)};
        long flat = memory() - beforePairs;
        allPairs(pairs[0], prints.size(), 200);
        int step = Math.max(1, prints.size() / COMPARED);
        long start = System.nanoTime();
        int found = allPairs(pairs[0], prints.size(), step);
        double sampled = (System.nanoTime() - start) / 1e9;
        say("each with all before it, every %dth of them: %.2f s, so %.1f s for all; %.1f MB"
                .formatted(step, sampled, sampled * step, flat / 1e6));
        say("%.1f times as fast; as many found by both: %s"
                .formatted(sampled * step / withIndex, found == foundByIndex(prints, step)));
    }

    private static FingerprintIndex indexed(List<Fingerprint> prints, Figures searches) {
        FingerprintIndex index = new FingerprintIndex();
        for (int i = 0; i < prints.size(); i++) {
            long start = System.nanoTime();
            index.within(prints.get(i), THRESHOLD);
            searches.add(System.nanoTime() - start);
            index.add(i, prints.get(i));
        }
        return index;
    }

    private static int allPairs(AllPairs pairs, int count, int step) {
        int found = 0;
        for (int i = 0; i < count; i += step) {
            found += pairs.before(i, THRESHOLD);
        }
        return found;
    }

    private static int foundByIndex(List<Fingerprint> prints, int step) {
        FingerprintIndex index = new FingerprintIndex();
        int found = 0;
        for (int i = 0; i < prints.size(); i++) {
            if (i % step == 0) {
                found += index.within(prints.get(i), THRESHOLD).size();
            }
            index.add(i, prints.get(i));
        }
        return found;
    }

    private static long memory() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static List<Path> pictures(Path folder, int side) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(png|jpg|webp)"))
                    .sorted()
                    .filter(file -> side == 1 || isAsLarge(file, side))
                    .toList();
        }
    }

    private static boolean isAsLarge(Path file, int side) {
        BufferedImage image = read(file);
        return image.getWidth() >= side && image.getHeight() >= side;
    }

    private static BufferedImage read(Path file) {
        try {
            return ImageIO.read(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void say(String line) {
        System.out.println(line);
    }
}

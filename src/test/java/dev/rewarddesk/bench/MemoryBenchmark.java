package dev.rewarddesk.bench;

import dev.rewarddesk.desktop.Toolkit;
import dev.rewarddesk.desktop.image.EncodedImages;
import dev.rewarddesk.desktop.image.ImageFiles;
import dev.rewarddesk.desktop.image.PictureCaches;
import dev.rewarddesk.desktop.image.PictureMemory;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;

/**
 * What the desktop takes of memory while very many items are reviewed, as fast as it goes: the heap after a collection, all that
 * the process takes, and the caches beside their bounds, which are small here so that they are reached.
 */
public final class MemoryBenchmark {

    private static final Path FOLDER = Path.of("target/bench/mixed");
    private static final int EVERY = 500;
    private static final long MEGABYTE = 1 << 20;
    private static final int LARGE = 40;
    private static final int ANIMATIONS = 200;

    private MemoryBenchmark() {}

    /**
     * Measures and prints a table.
     *
     * @param args how many items; 5000 when not said
     */
    public static void main(String[] args) throws Exception {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 5000;
        int status = 1;
        try {
            CountDownLatch started = new CountDownLatch(1);
            Toolkit.start(started::countDown);
            started.await();
            Platform.setImplicitExit(false);
            draw(items);
            try (TestBackend backend = TestBackend.fresh()) {
                Imports.run(backend, FOLDER);
                measure(backend, items);
            }
            status = 0;
        } catch (IOException | RuntimeException | LinkageError failure) {
            System.err.println("The benchmark failed: " + failure);
        } finally {
            // The toolkit's threads would keep the process.
            System.exit(status);
        }
    }

    // Mostly photos as web pages have them, some from a camera, some animations.
    private static void draw(int items) throws IOException {
        new Photos(900, 600).into(FOLDER, items - LARGE - ANIMATIONS);
        Path small = FOLDER.resolve("responses.jsonl");
        List<String> lines = new ArrayList<>(Files.readAllLines(small));
        new Photos(4000, 3000).into(FOLDER, LARGE);
        lines.addAll(Files.readAllLines(small));
        for (int i = 0; i < ANIMATIONS; i++) {
            String name = "animation-%d.gif".formatted(i);
            Files.write(FOLDER.resolve(name), EncodedImages.animation(200 + i, 240));
            lines.add("""
                    {"image":"%s","prompt":"What happens?","response_text":"Red and green by turns, %d times.",\
                    "model_id":"bench"}""".formatted(name, i));
        }
        // So that each kind comes all the time.
        List<String> mixed = new ArrayList<>();
        int step = 1237;
        for (int i = 0; i < lines.size(); i++) {
            mixed.add(lines.get((int) ((long) i * step % lines.size())));
        }
        Files.write(small, mixed);
    }

    private static void measure(TestBackend backend, int items) throws IOException {
        PictureCaches caches = new PictureCaches(
                new ImageFiles(backend.workspace().resolve("cache/images"), 64 * MEGABYTE),
                new PictureMemory(96 * MEGABYTE));
        System.out.printf(
                "%8s %12s %14s %10s %16s %16s%n",
                "items", "heap in MB", "committed", "RSS", "decoded (of 96)", "files (of 64)");
        try (DrivenDesk desk = DrivenDesk.open(backend, backend.url(), caches)) {
            long mostFiles = 0;
            Figures pace = new Figures();
            long last = System.nanoTime();
            for (int item = 0; item < items - 1; item++) {
                desk.until(desk::hasPicture);
                pace.add(System.nanoTime() - last);
                if (item % EVERY == 0) {
                    report(item, caches);
                }
                if (item % 20 == 0) {
                    mostFiles = Math.max(mostFiles, caches.files().bytes());
                }
                last = System.nanoTime();
                desk.press(KeyCode.RIGHT);
                desk.submitAndWatch().join();
            }
            desk.until(desk::hasPicture);
            report(items, caches);
            System.out.printf(Locale.ROOT, "most in files: %.1f MB%n", (double) mostFiles / MEGABYTE);
            System.out.println(Figures.head());
            System.out.println(pace.row("from one item with its image to the next, as fast as it goes"));
        }
    }

    private static void report(int item, PictureCaches caches) throws IOException {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        System.out.printf(
                Locale.ROOT,
                "%8d %12d %14d %10d %16.1f %16.1f%n",
                item,
                memory.getHeapMemoryUsage().getUsed() / MEGABYTE,
                memory.getHeapMemoryUsage().getCommitted() / MEGABYTE,
                resident() / 1024,
                (double) DrivenDesk.onFx(caches.memory()::bytes) / MEGABYTE,
                (double) caches.files().bytes() / MEGABYTE);
    }

    /** What the process takes of the machine's memory, in KB; Linux alone says it. */
    private static long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}

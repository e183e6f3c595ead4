package dev.rewarddesk.bench;

import dev.rewarddesk.bench.Frames.Frame;
import dev.rewarddesk.desktop.Toolkit;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;

/**
 * From the key that submits to the next image and text in the window, on the real desktop and a real backend in the same process
 * as the desktop has it, with photos of 12 megapixels; beside it the frame with nothing to do. First with the backend at hand,
 * then with every answer of it two seconds later.
 */
public final class ReviewBenchmark {

    private static final Path FOLDER = Path.of("target/bench/photos");
    private static final Duration FAR = Duration.ofSeconds(2);
    // Reviewers press keys whenever they like, not in time with the screen.
    private static final Random PHASE = new Random(1);

    private final TestBackend backend;
    private final int items;

    private ReviewBenchmark(TestBackend backend, int items) {
        this.backend = backend;
        this.items = items;
    }

    /**
     * Measures and prints tables.
     *
     * @param args how many items (500 when not said), how many milliseconds for each (700), and {@code near} or {@code far}
     *     where only one of the two is to be measured
     */
    public static void main(String[] args) throws Exception {
        int status = 1;
        try {
            run(args);
            status = 0;
        } catch (IOException | SQLException | RuntimeException | LinkageError failure) {
            System.err.println("The benchmark failed: " + failure);
        } finally {
            // The toolkit's threads would keep the process.
            System.exit(status);
        }
    }

    private static void run(String[] args) throws IOException, SQLException, InterruptedException {
        int items = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        long pace = args.length > 1 ? Long.parseLong(args[1]) : 700;
        String only = args.length > 2 ? args[2] : "";
        CountDownLatch started = new CountDownLatch(1);
        Toolkit.start(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        new Photos(4000, 3000).into(FOLDER, items);
        try (TestBackend backend = TestBackend.fresh()) {
            bringIn(backend, FOLDER);
            ReviewBenchmark benchmark = new ReviewBenchmark(backend, items);
            if (!only.equals("far")) {
                benchmark.measure("The backend at hand", pace, backend.url());
                benchmark.startOver();
            }
            if (only.equals("near")) {
                return;
            }
            try (FarAway far = new FarAway(backend.url(), FAR)) {
                benchmark.measure("Every answer of the backend %d s later".formatted(FAR.toSeconds()), pace, far.url());
            }
        }
    }

    private static void bringIn(TestBackend backend, Path folder) {
        long begin = System.nanoTime();
        Imports.run(backend, folder);
        System.out.printf(Locale.ROOT, "imported in %d s%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    }

    private void measure(String title, long pace, URI way) {
        Figures toNext = new Figures();
        Figures toPut = new Figures();
        Figures work = new Figures();
        Figures layout = new Figures();
        Figures idleLayout = new Figures();
        Figures idle = new Figures();
        Figures idleWork = new Figures();
        Figures late = new Figures();
        Figures idleStalls = new Figures();
        Figures stalls = new Figures();
        int empty = 0;
        try (DrivenDesk desk = DrivenDesk.open(backend, way);
                Stalls watch = new Stalls()) {
            desk.until(desk::hasPicture);
            // Classes are loaded and code is compiled in the first items; a reviewer's day is longer.
            int warmUp = Math.min(20, items / 4);
            long due = System.nanoTime();
            for (int item = 0; item < items - 1; item++) {
                due = Math.max(due, System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(pace));
                pause(due + TimeUnit.MILLISECONDS.toNanos(pace * 4 / 10));
                watch.longest();
                long asked = System.nanoTime();
                Frame same = desk.repaint().join();
                long sameStall = watch.longest();
                pause(due + TimeUnit.MILLISECONDS.toNanos(pace * 6 / 10));
                desk.press(KeyCode.RIGHT);
                due += TimeUnit.MILLISECONDS.toNanos(pace);
                pause(due);
                watch.longest();
                long pressed = System.nanoTime();
                DrivenDesk.Next coming = desk.submitAndWatch().join();
                Frame next = coming.frame();
                boolean there = DrivenDesk.onFx(desk::hasPicture);
                boolean some = DrivenDesk.onFx(desk::hasItem);
                long shown = next.shown();
                if (!there) {
                    desk.until(desk::hasPicture);
                    shown = desk.repaint().join().shown();
                }
                if (item >= warmUp) {
                    toNext.add(shown - pressed);
                    toPut.add(coming.put() - pressed);
                    work.add(next.shown() - next.pulse());
                    layout.add(next.laidOut() - next.pulse());
                    idleLayout.add(same.laidOut() - same.pulse());
                    idle.add(same.shown() - asked);
                    idleWork.add(same.shown() - same.pulse());
                    idleStalls.add(sameStall);
                    if (!some) {
                        empty++;
                    } else if (!there) {
                        late.add(shown - pressed);
                    }
                    pause(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(pace / 5));
                    stalls.add(watch.longest());
                }
            }
        }
        System.out.printf(Locale.ROOT, "%n%s: %d items, one every %d ms%n", title, toNext.count(), pace);
        System.out.println(Figures.head());
        System.out.println(toNext.row("key press to next image and text in the window"));
        System.out.println(idle.row("asking for a frame with nothing to do to its being there"));
        System.out.println(toPut.row("of the first, until the decision is on disk and the next item put"));
        System.out.println(work.row("of the first, from the beginning of the pulse"));
        System.out.println(layout.row("of that, until all was laid out"));
        System.out.println(idleLayout.row("of the second, until all was laid out"));
        System.out.println(idleWork.row("of the second, from the beginning of the pulse"));
        System.out.println(stalls.row("longest stall of the FX thread, from key press on"));
        System.out.println(idleStalls.row("longest stall of the FX thread, frame with nothing to do"));
        System.out.printf(
                Locale.ROOT,
                "p95 to the idle frame's p95: %.2f times. Image not there in the frame of its text: %d times"
                        + "; no item there: %d times%n",
                toNext.at(0.95) / idle.at(0.95),
                late.count(),
                empty);
    }

    private static void pause(long until) {
        long phase = PHASE.nextLong(TimeUnit.MILLISECONDS.toNanos(17));
        DrivenDesk.sleep(Math.max(0, until + phase - System.nanoTime()));
    }

    /** Forgets every reward, so that everything waits to be reviewed again. */
    private void startOver() throws SQLException {
        try (Connection connection = backend.ownerConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("truncate public.rewards, public.review_leases, public.review_skips cascade");
            statement.execute("update public.responses set flagged = false, review_count = 0");
        }
    }
}

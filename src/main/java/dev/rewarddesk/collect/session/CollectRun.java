package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.journal.Journal;
import dev.rewarddesk.collect.journal.JournalCounts;
import dev.rewarddesk.collect.journal.SessionState;
import dev.rewarddesk.collect.session.CollectProgress.Stage;
import dev.rewarddesk.disk.FileRight;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run under way. It ends by itself, when it is cancelled, or when something fails; then what waits can be resumed. */
public final class CollectRun {

    private static final Logger LOG = LoggerFactory.getLogger(CollectRun.class);

    private static final int WORKERS = 32;
    private static final long TICK_MILLIS = 200;

    /** What is under way when a run is cancelled has so long to end in order. */
    private static final long GRACE_MILLIS = 1500;

    private final String session;
    private final CollectSettings settings;
    private final Journal journal;
    private final FileRight right;
    private final Crew crew;
    private final Frontier frontier;
    private final Counts counts;
    private final Consumer<CollectProgress> listener;
    private final Duration workedBefore;
    private final long started = System.nanoTime();
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    /** Why it failed, where the journal does not tell. */
    private volatile @Nullable String unwritten;

    private volatile boolean paused;
    private volatile long stoppedAt;

    CollectRun(
            String session,
            CollectSettings settings,
            Journal journal,
            FileRight right,
            Parts parts,
            Duration workedBefore,
            Consumer<CollectProgress> listener) {
        this.session = session;
        this.settings = settings;
        this.journal = journal;
        this.right = right;
        this.crew = parts.crew();
        this.frontier = parts.frontier();
        this.counts = parts.counts();
        this.workedBefore = workedBefore;
        this.listener = listener;
    }

    /** What a run works with. */
    record Parts(Crew crew, Frontier frontier, Counts counts) {}

    private record Ending(SessionState state, String message) {}

    void begin() {
        Thread.ofVirtual().name("collect " + session).start(this::whole);
    }

    /** Under which it is listed and resumed. */
    public String session() {
        return session;
    }

    /** Asks for nothing further until it is let go on; what is under way ends. */
    public void pause() {
        paused = true;
        frontier.pause(true);
    }

    /** Goes on after a pause. */
    public void goOn() {
        paused = false;
        frontier.pause(false);
    }

    /** Stops; what waits can be resumed. Returns at once. */
    public void cancel() {
        end(SessionState.STOPPED, "");
    }

    /** How far it is. */
    public CollectProgress progress() {
        Stage stage = ended.getCount() == 0 ? Stage.ENDED : paused ? Stage.PAUSED : Stage.RUNNING;
        return counts.snapshot(stage, worked());
    }

    /** Waits until it has ended, everything is written down and the end is told. */
    public void await() throws InterruptedException {
        ended.await();
    }

    /** As above, at most so long; answers whether it has ended. */
    public boolean await(Duration most) throws InterruptedException {
        return ended.await(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void whole() {
        try {
            work();
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        } finally {
            crew.close();
            release();
            try {
                // Before whoever waits goes on, so that nobody sees the end and then hears of the middle.
                listener.accept(counts.snapshot(Stage.ENDED, worked()));
            } finally {
                ended.countDown();
            }
        }
    }

    private void work() throws InterruptedException {
        try {
            listener.accept(progress());
            List<Thread> workers = IntStream.range(0, WORKERS)
                    .mapToObj(_ -> Thread.ofVirtual().start(() -> guarded(() -> crew.work(this::keepWithinBounds))))
                    .toList();
            Thread seeder = Thread.ofVirtual().start(() -> guarded(crew::seed));
            Thread clock = Thread.ofVirtual().start(this::tick);
            for (Thread worker : workers) {
                join(worker);
            }
            join(seeder);
            stopping.countDown();
            clock.join();
            Ending how = Optional.ofNullable(ending.get()).orElseGet(this::byItself);
            journal.end(session, how.state(), how.message(), Instant.now());
        } catch (RuntimeException failure) {
            LOG.error("The end of the session {} could not be written down", session, failure);
            unwritten = Optional.ofNullable(ending.get())
                    .map(Ending::message)
                    .filter(message -> !message.isEmpty())
                    .orElse(
                            "How it ended could not be written down; the disk may be full. What was collected until then is kept.");
        }
    }

    /** The report of this run, with what could not be written down in it. */
    CollectReport completed(CollectReport written) {
        String failure = unwritten;
        return failure == null ? written : written.failed(failure);
    }

    // Interrupts whoever is still at work some time after the run was told to stop.
    private void join(Thread thread) throws InterruptedException {
        while (!thread.join(Duration.ofMillis(50))) {
            if (stopping.getCount() == 0
                    && System.nanoTime() - stoppedAt > TimeUnit.MILLISECONDS.toNanos(GRACE_MILLIS)) {
                thread.interrupt();
            }
        }
    }

    private void end(SessionState state, String message) {
        if (ending.compareAndSet(null, new Ending(state, message))) {
            stoppedAt = System.nanoTime();
            stopping.countDown();
            frontier.stop();
        }
    }

    private Ending byItself() {
        JournalCounts left = journal.counts(session);
        if (left.imagesWaiting() == 0 && left.pagesWaiting() == 0) {
            return new Ending(SessionState.DONE, journal.hasOthers(session, counts.tooDeep()) ? tooDeep() : "");
        }
        return left.imagesNew() >= settings.bounds().images()
                ? new Ending(SessionState.BOUNDED, "As many images came new as were asked for at most.")
                : new Ending(SessionState.BOUNDED, "As many pages were asked for as were allowed.");
    }

    private String tooDeep() {
        return "Pages more than %d links away were not read. A new run with a greater depth reads them."
                .formatted(settings.bounds().depth());
    }

    private interface Job {
        void run() throws InterruptedException;
    }

    private void guarded(Job job) {
        try {
            job.run();
        } catch (InterruptedException stopped) {
            // Then the run was stopped.
        } catch (ServiceFailure failure) {
            end(SessionState.FAILED, failure.getMessage());
        } catch (RuntimeException bug) {
            LOG.error("The session {} failed in a way that nobody foresaw", session, bug);
            end(
                    SessionState.FAILED,
                    "Something went wrong inside the program (" + bug.getClass().getSimpleName()
                            + "). What was collected until then is kept.");
        }
    }

    private void tick() {
        long told = System.nanoTime();
        try {
            boolean last;
            do {
                last = stopping.await(TICK_MILLIS, TimeUnit.MILLISECONDS);
                long now = System.nanoTime();
                journal.worked(session, TimeUnit.NANOSECONDS.toMillis(now - told));
                told = now;
                keepWithinBounds();
                listener.accept(progress());
            } while (!last);
        } catch (InterruptedException impossible) {
            Thread.currentThread().interrupt();
        } catch (ServiceFailure failure) {
            end(SessionState.FAILED, failure.getMessage());
        }
    }

    private void keepWithinBounds() {
        if (counts.bytes() >= settings.bounds().bytes()) {
            end(SessionState.BOUNDED, "As many bytes were fetched as were allowed.");
        }
        if (System.nanoTime() - started >= settings.bounds().time().toNanos()) {
            end(SessionState.BOUNDED, "The time that was allowed is over.");
        }
    }

    private Duration worked() {
        return workedBefore.plusNanos(System.nanoTime() - started);
    }

    private void release() {
        try {
            right.close();
        } catch (IOException gone) {
            // The right ends with the process at the latest.
        }
        journal.close();
    }
}

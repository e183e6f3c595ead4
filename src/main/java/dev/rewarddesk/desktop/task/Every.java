package dev.rewarddesk.desktop.task;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Does something on the FX thread again and again. A {@code Timeline} would do it too, but while one runs JavaFX makes every
 * pulse of a second for nothing, and a laptop never comes to rest.
 */
public final class Every {

    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("desk clock").factory());

    private final Duration interval;
    private final Runnable work;
    private @Nullable Round running;

    /**
     * @param interval between two times; the first comes after one
     * @param work on the FX thread
     */
    public Every(Duration interval, Runnable work) {
        this.interval = interval;
        this.work = work;
    }

    /** Begins, if it has not; call it on the FX thread. */
    public void start() {
        if (running == null) {
            running = new Round();
            next(running);
        }
    }

    /** Ends; nothing is done from here on. Call it on the FX thread. */
    public void stop() {
        running = null;
    }

    // The next time is asked for when one is done: a thread that was busy has nothing to catch up on.
    private void next(Round round) {
        var _ = CLOCK.schedule(
                () -> Platform.runLater(() -> {
                    if (running == round) {
                        work.run();
                        next(round);
                    }
                }),
                interval.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    /** From one start to its stop. */
    private static final class Round {}
}

package dev.rewarddesk.desktop.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.task.Tasks;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The foreground of a test without a toolkit: the test's own thread, which hears of others when it waits. */
final class Foreground implements Executor {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Thread own = Thread.currentThread();
    private final BlockingQueue<Runnable> told = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable work) {
        if (Thread.currentThread().equals(own)) {
            work.run();
        } else {
            told.add(work);
        }
    }

    /** Work is done at once; what other threads tell is heard while the test waits. */
    Tasks tasks() {
        return tasks(Runnable::run);
    }

    /** Work is done by the executor. */
    Tasks tasks(Executor background) {
        return new Tasks(background, this, failure -> {
            throw new AssertionError("A task failed and did not handle it", failure);
        });
    }

    /** Hears what is told until it is so. */
    void until(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the deadline of the wait").isLessThan(deadline);
            try {
                Runnable work = told.poll(20, TimeUnit.MILLISECONDS);
                if (work != null) {
                    work.run();
                }
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}

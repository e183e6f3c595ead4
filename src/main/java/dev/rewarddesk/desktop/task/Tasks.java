package dev.rewarddesk.desktop.task;

import dev.rewarddesk.failure.ServiceFailure;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking work away from the FX thread and brings results back to it. One instance belongs to a screen: after
 * {@link #end()}, results of work still under way are dropped.
 */
public final class Tasks {

    private final Executor background;
    private final Executor foreground;
    private final Consumer<Throwable> unexpected;
    private volatile boolean ended;

    /**
     * @param background where work runs, such as virtual threads
     * @param foreground where results are told, such as the FX thread
     * @param unexpected told, in the foreground, of every failure that a task does not handle itself
     */
    public Tasks(Executor background, Executor foreground, Consumer<Throwable> unexpected) {
        this.background = background;
        this.foreground = foreground;
        this.unexpected = unexpected;
    }

    /** Everything on the calling thread, at once; failures not handled are thrown. For tests without a toolkit. */
    public static Tasks inline() {
        return new Tasks(Runnable::run, Runnable::run, failure -> {
            throw new AssertionError("A task failed and did not handle it", failure);
        });
    }

    /** A piece of work, not started yet. */
    public <T> Task<T> run(Callable<T> work) {
        return new Task<>(this, work);
    }

    /** A piece of work without a result, not started yet. */
    public Task<Void> run(Action work) {
        return new Task<>(this, () -> {
            work.perform();
            return null;
        });
    }

    /**
     * A listener that any thread may tell: the consumer hears of it in the foreground, and only of the latest where values
     * come faster than it takes them.
     */
    public <P> Consumer<P> latest(Consumer<P> consumer) {
        AtomicReference<@Nullable P> pending = new AtomicReference<>();
        return value -> {
            if (pending.getAndSet(value) == null) {
                inForeground(() -> {
                    P newest = pending.getAndSet(null);
                    if (newest != null) {
                        consumer.accept(newest);
                    }
                });
            }
        };
    }

    /** A listener that any thread may tell: the consumer hears of every value in the foreground, in the order they came. */
    public <P> Consumer<P> each(Consumer<P> consumer) {
        return value -> inForeground(() -> consumer.accept(value));
    }

    /** A runner with the same threads that ends apart from this one. */
    public Tasks child() {
        return new Tasks(background, foreground, unexpected);
    }

    /** Drops the results of what is still under way, and of whatever is started later. */
    public void end() {
        ended = true;
    }

    void inBackground(Runnable work) {
        background.execute(work);
    }

    void inForeground(Runnable work) {
        foreground.execute(() -> {
            if (!ended) {
                work.run();
            }
        });
    }

    /** Tells of a failure that nobody here knows what to do about; call it in the foreground. */
    public void report(Throwable failure) {
        unexpected.accept(failure);
    }

    /** Work that may end with a {@link ServiceFailure} or any other exception. */
    @FunctionalInterface
    public interface Action {
        void perform() throws Exception;
    }
}

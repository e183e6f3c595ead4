package dev.rewarddesk.desktop.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;

/** One piece of background work and what is to follow it; made by {@link Tasks}, and nothing happens before start. */
public final class Task<T> {

    private final Tasks tasks;
    private final Callable<T> work;
    private final List<Handler<?>> handlers = new ArrayList<>();
    private Consumer<T> success = result -> {};
    private @Nullable BooleanProperty busy;

    Task(Tasks tasks, Callable<T> work) {
        this.tasks = tasks;
        this.work = work;
    }

    /** What to do with the result, in the foreground. */
    public Task<T> onSuccess(Consumer<T> handler) {
        success = handler;
        return this;
    }

    /** What to do with one kind of failure, in the foreground; the first handler that fits is asked. */
    public <X extends Throwable> Task<T> onFailure(Class<X> kind, Consumer<X> handler) {
        handlers.add(new Handler<>(kind, handler));
        return this;
    }

    /** Sets the property, in the foreground, while the work is under way. */
    public Task<T> whileRunning(BooleanProperty property) {
        busy = property;
        return this;
    }

    /** Starts the work; call it in the foreground. */
    public void start() {
        if (busy != null) {
            busy.set(true);
        }
        tasks.inBackground(this::perform);
    }

    // Whatever a callable throws is told in the foreground; nothing may end unseen on a background thread.
    @SuppressWarnings("CatchingUnchecked")
    private void perform() {
        T result;
        try {
            result = work.call();
        } catch (Throwable failure) {
            tasks.inForeground(() -> {
                finished();
                fail(failure);
            });
            return;
        }
        tasks.inForeground(() -> {
            finished();
            success.accept(result);
        });
    }

    private void finished() {
        if (busy != null) {
            busy.set(false);
        }
    }

    private void fail(Throwable failure) {
        for (Handler<?> handler : handlers) {
            if (handler.takes(failure)) {
                return;
            }
        }
        tasks.report(failure);
    }

    private record Handler<X extends Throwable>(Class<X> kind, Consumer<X> action) {
        boolean takes(Throwable failure) {
            if (!kind.isInstance(failure)) {
                return false;
            }
            action.accept(kind.cast(failure));
            return true;
        }
    }
}

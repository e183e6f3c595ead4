package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.task.Tasks;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work that is done in the background one after the other, in the order in which it was asked for. So a claim never overtakes
 * the reward before it, and the progress that it answers counts that reward.
 */
final class InTurn {

    private final Tasks tasks;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    InTurn(Tasks tasks) {
        this.tasks = tasks;
    }

    /** Does the work when it is its turn; the handlers are called in the foreground before the next one begins. */
    <T> void run(Callable<T> work, Consumer<T> onSuccess, Consumer<Throwable> onFailure) {
        waiting.add(() -> tasks.run(work)
                .onSuccess(result -> finish(() -> onSuccess.accept(result)))
                .onFailure(Throwable.class, failure -> finish(() -> onFailure.accept(failure)))
                .start());
        startNext();
    }

    /** Whether more is waiting behind what is under way. */
    boolean hasMore() {
        return !waiting.isEmpty();
    }

    private void finish(Runnable handler) {
        try {
            handler.run();
        } finally {
            busy = false;
            startNext();
        }
    }

    private void startNext() {
        if (!busy && !waiting.isEmpty()) {
            busy = true;
            waiting.remove().run();
        }
    }
}

package dev.rewarddesk.mcp;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Requests that are not answered yet, by their ids. One that is taken back is interrupted, and never answered. */
final class CallsUnderWay {

    private static final Logger LOG = LoggerFactory.getLogger(CallsUnderWay.class);

    private final Map<Object, Under> calls = new ConcurrentHashMap<>();

    private record Under(Disposable.Swap work, CountDownLatch ended) {}

    /** Has the work done beside the caller. */
    void begin(Object id, Mono<Void> work) {
        Under under = new Under(Disposables.swap(), new CountDownLatch(1));
        calls.put(id, under);
        Disposable begun = work.doFinally(_ -> {
                    calls.remove(id, under);
                    under.ended.countDown();
                })
                .subscribe(_ -> {}, failure -> LOG.warn("A message could not be handled", failure));
        under.work.update(begun);
    }

    /** Stops the work of that id, where it is under way. */
    void cancel(Object id) {
        Under under = calls.get(id);
        if (under != null) {
            under.work.dispose();
        }
    }

    /** Stops all work. */
    void cancelAll() {
        calls.keySet().forEach(this::cancel);
    }

    /** Waits for all work, but no longer than that. */
    void await(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        try {
            for (Under under : calls.values()) {
                if (!under.ended.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

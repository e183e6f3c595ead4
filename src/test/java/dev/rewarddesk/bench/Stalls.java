package dev.rewarddesk.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** How long the FX thread could not take up something new: it is asked every millisecond to note the time. */
final class Stalls implements AutoCloseable {

    private final AtomicLong longest = new AtomicLong();
    private final Thread asking =
            Thread.ofPlatform().daemon().name("stall watch").start(this::ask);
    private volatile boolean ended;

    /** The longest wait since the last time that this was called, in nanoseconds. */
    long longest() {
        return longest.getAndSet(0);
    }

    @Override
    public void close() {
        ended = true;
        asking.interrupt();
    }

    private void ask() {
        try {
            while (!ended) {
                long asked = System.nanoTime();
                Platform.runLater(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
                TimeUnit.MILLISECONDS.sleep(1);
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}

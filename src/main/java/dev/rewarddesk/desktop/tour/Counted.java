package dev.rewarddesk.desktop.tour;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** An executor that knows whether anything is still under way. */
final class Counted implements Executor {

    private final AtomicInteger underWay = new AtomicInteger();

    @Override
    public void execute(Runnable work) {
        underWay.incrementAndGet();
        Thread.ofVirtual().start(() -> {
            try {
                work.run();
            } finally {
                underWay.decrementAndGet();
            }
        });
    }

    boolean isIdle() {
        return underWay.get() == 0;
    }
}

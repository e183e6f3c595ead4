package dev.rewarddesk.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops a run in order when the process is told to end (Ctrl+C, SIGTERM), and lets the command say its last words before it does.
 */
final class AtInterrupt implements AutoCloseable {

    private static final int LONGEST_SECONDS = 10;

    private final CountDownLatch said = new CountDownLatch(1);
    private final Thread hook;

    private AtInterrupt(Runnable cancel) {
        this.hook = new Thread(() -> {
            cancel.run();
            try {
                if (!said.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    return;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** @param cancel stops the run, and returns at once */
    static AtInterrupt stop(Runnable cancel) {
        AtInterrupt interrupt = new AtInterrupt(cancel);
        Runtime.getRuntime().addShutdownHook(interrupt.hook);
        return interrupt;
    }

    @Override
    public void close() {
        said.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // Then the hook runs, and ends now.
        }
    }
}

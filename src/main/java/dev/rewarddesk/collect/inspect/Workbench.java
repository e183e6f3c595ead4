package dev.rewarddesk.collect.inspect;

import dev.rewarddesk.collect.fetch.RefusedException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/**
 * Where pictures are decoded and measured: on threads of their own, as many as there are processors, so that those who wait for sites
 * are not kept from it; and no more at a time than there is memory for.
 */
final class Workbench {

    /** In bytes, for all pictures that are decoded at a time. */
    static final long MEMORY = Math.max(64L << 20, Runtime.getRuntime().maxMemory() / 2);

    private static final int UNIT = 1 << 20;
    private static final Semaphore UNITS = new Semaphore((int) (MEMORY / UNIT), true);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().daemon().name("image inspector ", 1).factory());

    private Workbench() {}

    /** What is to be done with a picture. */
    interface Job<T> {
        T run() throws RefusedException;
    }

    /**
     * Does it when there is room, and waits for that.
     *
     * @param bytes that it takes
     */
    static <T> T run(long bytes, Job<T> job) throws RefusedException, InterruptedException {
        int units = (int) Math.clamp(bytes / UNIT, 1, MEMORY / UNIT);
        UNITS.acquire(units);
        // Given back by who took the memory, also where nobody waits for it any more.
        Future<T> result = THREADS.submit(() -> {
            try {
                return job.run();
            } finally {
                UNITS.release(units);
            }
        });
        try {
            return result.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RefusedException refused) {
                throw refused;
            }
            throw new IllegalStateException("A picture could not be inspected", failure.getCause());
        }
    }
}

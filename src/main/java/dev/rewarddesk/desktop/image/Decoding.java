package dev.rewarddesk.desktop.image;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The few threads that pictures are decoded on, so that decoding takes neither all processors nor, many at a time, all memory.
 */
final class Decoding {

    private static final int AT_A_TIME = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 2);
    private static final ExecutorService THREADS = Executors.newFixedThreadPool(
            AT_A_TIME, Thread.ofPlatform().daemon().name("picture decoder ", 1).factory());

    private Decoding() {}

    /** Does the work when there is room for it and answers its result; blocks. */
    static <T> T run(Callable<T> work) throws UnreadablePictureException {
        Future<T> result = THREADS.submit(work);
        try {
            return result.get();
        } catch (InterruptedException stopped) {
            result.cancel(false);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody waits for the picture any more", stopped);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnreadablePictureException unreadable) {
                throw unreadable;
            }
            throw new IllegalStateException("A picture could not be decoded", failure.getCause());
        }
    }
}

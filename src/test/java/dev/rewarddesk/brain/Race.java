package dev.rewarddesk.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs the same at the same time in several threads. */
final class Race {

    private static final long LONGEST_SECONDS = 60;

    private Race() {}

    /** What one of the racers does. */
    @FunctionalInterface
    interface Racer<T> {
        T run(int number) throws Exception;
    }

    /** The results of all racers, by number; the first failure of any is thrown. */
    static <T> List<T> of(int racers, Racer<T> racer) throws Exception {
        CyclicBarrier start = new CyclicBarrier(racers);
        List<Callable<T>> tasks = new ArrayList<>();
        for (int number = 0; number < racers; number++) {
            int mine = number;
            tasks.add(() -> {
                start.await();
                return racer.run(mine);
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(racers)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : tasks.stream().map(threads::submit).toList()) {
                results.add(result(future));
            }
            return results;
        }
    }

    private static <T> T result(Future<T> future) throws Exception {
        try {
            return future.get(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof Exception cause ? cause : failure;
        } catch (TimeoutException stuck) {
            throw new AssertionError("the race does not end", stuck);
        }
    }
}

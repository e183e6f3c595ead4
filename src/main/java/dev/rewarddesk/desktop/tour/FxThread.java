package dev.rewarddesk.desktop.tour;

import dev.rewarddesk.desktop.theme.Fonts;
import dev.rewarddesk.failure.ServiceFailure;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Does things on the FX thread and waits until they are done. */
final class FxThread {

    private static final long PATIENCE_SECONDS = 30;

    private static final AtomicReference<@Nullable Throwable> UNSEEN = new AtomicReference<>();

    private FxThread() {}

    /** Starts the toolkit without a display where none runs yet. */
    static void startHeadless() {
        try {
            System.setProperty("glass.platform", "Headless");
            System.setProperty("prism.order", "sw");
            CompletableFuture<Boolean> started = new CompletableFuture<>();
            Platform.startup(() -> started.complete(true));
            get(started);
        } catch (IllegalStateException runsAlready) {
            call(() -> true);
        }
        Platform.setImplicitExit(false);
        run(() -> Thread.currentThread()
                .setUncaughtExceptionHandler((_, failure) -> UNSEEN.compareAndSet(null, failure)));
        run(Fonts::require);
    }

    static <T> T call(Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(work.call());
            } catch (Exception failure) {
                result.completeExceptionally(failure);
            }
        });
        return get(result);
    }

    static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T get(CompletableFuture<T> result) {
        Throwable unseen = UNSEEN.getAndSet(null);
        if (unseen != null) {
            throw new TourException("The window failed: " + unseen, unseen);
        }
        try {
            return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TourException("The tour was interrupted.", interrupted);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ServiceFailure known) {
                throw new TourException(known.getMessage(), known);
            }
            throw new TourException("The window failed: " + failure.getCause(), failure);
        } catch (TimeoutException tooLong) {
            throw new TourException("The window did not answer for " + PATIENCE_SECONDS + " seconds.", tooLong);
        }
    }
}

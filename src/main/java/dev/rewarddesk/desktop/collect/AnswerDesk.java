package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.answer.AnswerRun;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** A run that has a model answer, one at a time, whatever screen is shown. Use it in the foreground. */
public final class AnswerDesk {

    /** For a request that is under way when the run is stopped; what is given up then is asked again by the next run. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final long LAST_SECONDS = 4;

    private final AnswerService service;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<AnswerProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private CountDownLatch over = new CountDownLatch(0);
    private volatile @Nullable AnswerRun run;

    public AnswerDesk(AnswerService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /** How far the run is, or was at its end; empty until there is one. */
    public ReadOnlyObjectProperty<Optional<AnswerProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Whether a run is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /**
     * Asks about these images, unless a run is under way.
     *
     * @param refused told why nobody was asked
     */
    public void start(ImageFilter filter, AnswerSettings settings, Consumer<ServiceFailure> refused) {
        if (busy.get()) {
            return;
        }
        progress.set(Optional.empty());
        CountDownLatch end = new CountDownLatch(1);
        over = end;
        Consumer<AnswerProgress> listener = tasks.latest(now -> progress.set(Optional.of(now)));
        tasks.run(() -> {
                    try {
                        return asked(filter, settings, listener);
                    } finally {
                        run = null;
                        end.countDown();
                    }
                })
                .whileRunning(busy)
                .onSuccess(last -> progress.set(Optional.of(last)))
                .onFailure(ServiceFailure.class, refused)
                .start();
    }

    /** Begins no request until it is told to go on. */
    public void pause() {
        with(open -> {
            open.pause();
            progress.set(Optional.of(open.progress()));
        });
    }

    /** Goes on after a pause. */
    public void goOn() {
        with(open -> {
            open.resume();
            progress.set(Optional.of(open.progress()));
        });
    }

    /** Ends it; what was answered stays, and a later run asks for the rest alone. */
    public void cancel() {
        with(open -> open.cancel(GRACE));
    }

    /** Ends what is under way and waits a little for it: the window closes. */
    public void end() {
        cancel();
        try {
            // What is not over by then is asked again by the next run.
            boolean _ = over.await(LAST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private AnswerProgress asked(ImageFilter filter, AnswerSettings settings, Consumer<AnswerProgress> listener) {
        try (AnswerJournal journal = service.journal()) {
            AnswerRun begun = service.run(journal, service.prompts(), settings);
            run = begun;
            listener.accept(begun.progress());
            return begun.run(service.images(filter), listener);
        }
    }

    private void with(Consumer<AnswerRun> action) {
        AnswerRun open = run;
        if (open != null) {
            action.accept(open);
        }
    }
}

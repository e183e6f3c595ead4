package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectRun;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** The run of a workspace: one at a time, whatever screen is shown. Use it in the foreground. */
public final class CollectDesk {

    /** What is under way when the window closes has so long to end in order; what is left then is resumed some other time. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final CollectService service;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<Optional<CollectProgress>> progress =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<CollectReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty starting = new SimpleBooleanProperty();
    private @Nullable CollectRun run;

    public CollectDesk(CollectService service, Tasks tasks) {
        this.service = service;
        this.tasks = tasks;
    }

    /** How far the run is, or was at its end; empty until there is one. */
    public ReadOnlyObjectProperty<Optional<CollectProgress>> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** What the last run did; empty while one is under way, or until there was one. */
    public ReadOnlyObjectProperty<Optional<CollectReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Whether one is being started. */
    public ReadOnlyBooleanProperty startingProperty() {
        return starting;
    }

    /** Whether one is under way or being started. */
    public boolean isBusy() {
        return starting.get() || run != null;
    }

    /**
     * Begins a run, unless one is under way.
     *
     * @param refused told why there is none
     */
    public void start(CollectSettings settings, Consumer<ServiceFailure> refused) {
        begin(() -> service.start(settings, listener()), refused);
    }

    /**
     * Goes on with a former run, unless one is under way.
     *
     * @param change what is to be other than before, such as wider bounds
     * @param refused told why it does not go on
     */
    public void resume(String session, UnaryOperator<CollectSettings> change, Consumer<ServiceFailure> refused) {
        begin(() -> service.resume(session, change, listener()), refused);
    }

    /** Asks nobody for anything until it is told to go on. */
    public void pause() {
        if (run != null) {
            run.pause();
        }
    }

    /** Goes on after a pause. */
    public void goOn() {
        if (run != null) {
            run.goOn();
        }
    }

    /** Ends it; what was collected stays, and it can be gone on with. */
    public void cancel() {
        if (run != null) {
            run.cancel();
        }
    }

    /** Ends what is under way and waits a little for it: the window closes. */
    public void end() {
        CollectRun open = run;
        run = null;
        if (open != null) {
            open.cancel();
            try {
                open.await(GRACE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void begin(Callable<CollectRun> begin, Consumer<ServiceFailure> refused) {
        if (isBusy()) {
            return;
        }
        tasks.run(begin)
                .whileRunning(starting)
                .onSuccess(this::begun)
                .onFailure(ServiceFailure.class, refused)
                .start();
    }

    private void begun(CollectRun begun) {
        run = begun;
        report.set(Optional.empty());
        hear(begun.progress());
    }

    private Consumer<CollectProgress> listener() {
        return tasks.latest(this::hear);
    }

    private void hear(CollectProgress now) {
        CollectRun open = run;
        // What is told before the run is known here is told again with it.
        if (open == null || !open.session().equals(now.session())) {
            return;
        }
        progress.set(Optional.of(now));
        if (now.stage() == CollectProgress.Stage.ENDED) {
            run = null;
            tasks.run(() -> service.session(now.session()))
                    .onSuccess(done -> report.set(Optional.of(done)))
                    .start();
        }
    }
}

package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.ActivationCase;
import dev.rewarddesk.model.Checkpoint;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;

/**
 * Making another checkpoint the active one, now or at a set time: from which, to which, on what evidence, what speaks against it,
 * why. Carries the active one as the person saw it.
 */
public final class ActivationViewModel {

    private final CheckpointsViewModel board;
    private final CheckpointService service;
    private final Tasks tasks;
    private final Checkpoint target;
    private final DueTime due;
    private final SeenActive seen;
    private final ReadOnlyObjectWrapper<LoadState> caseState = new ReadOnlyObjectWrapper<>(LoadState.LOADING);
    private final ReadOnlyObjectWrapper<Optional<ActivationCase>> found = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty reason = new SimpleStringProperty("");
    private final BooleanProperty override = new SimpleBooleanProperty();
    private final BooleanProperty later = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private final StringBinding missing;

    ActivationViewModel(
            CheckpointsViewModel board, CheckpointService service, Tasks tasks, Checkpoint target, DueTime due) {
        this.board = board;
        this.service = service;
        this.tasks = tasks;
        this.target = target;
        this.due = due;
        this.seen = new SeenActive(board.activeProperty().get());
        this.missing = Bindings.createStringBinding(
                this::whatIsMissing, reason, caseState, found, override, later, due.dayProperty(), due.timeProperty());
        askForTheCase();
    }

    /** The version that is active now, or words that say that none is. */
    public ReadOnlyStringProperty fromProperty() {
        return seen.nameProperty();
    }

    /** The version that will be active. */
    public String target() {
        return target.version();
    }

    /** Whether it is known what activating would mean. */
    public ReadOnlyObjectProperty<LoadState> caseStateProperty() {
        return caseState.getReadOnlyProperty();
    }

    /** What activating would mean; empty until known. */
    public ReadOnlyObjectProperty<Optional<ActivationCase>> caseProperty() {
        return found.getReadOnlyProperty();
    }

    /** Why; kept in the record for ever. */
    public StringProperty reasonProperty() {
        return reason;
    }

    /** Whether to go on although guard rails speak against it; kept in the record. */
    public BooleanProperty overrideProperty() {
        return override;
    }

    /** Whether it is to be done at a set time. */
    public BooleanProperty laterProperty() {
        return later;
    }

    /** That time. */
    public DueTime due() {
        return due;
    }

    /** What is still missing before it may be confirmed, in words; empty where nothing is. */
    public ObservableStringValue missingProperty() {
        return missing;
    }

    /** What stood in the way; empty while nothing did. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is under way. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Whether there is nothing left to do here. */
    public ReadOnlyBooleanProperty doneProperty() {
        return done.getReadOnlyProperty();
    }

    /** Does it, or sets it for later; nothing while something is missing. */
    public void confirm() {
        // Asked anew, for a set time passes by itself.
        missing.invalidate();
        if (busy.get() || !missing.get().isEmpty()) {
            return;
        }
        problem.set("");
        String why = reason.get().strip();
        if (later.get()) {
            tasks.run(() -> service.schedule(target, due.instant(), why, override.get()))
                    .whileRunning(busy)
                    .onSuccess(schedule -> {
                        done.set(true);
                        board.scheduled(schedule);
                    })
                    .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                    .start();
        } else {
            tasks.run(() -> service.activate(target, seen.get(), why, override.get()))
                    .whileRunning(busy)
                    .onSuccess(checkpoint -> {
                        done.set(true);
                        board.activated(checkpoint);
                    })
                    .onFailure(ServiceFailure.Conflict.class, conflict -> board.load(() -> refused(conflict)))
                    .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                    .start();
        }
    }

    private void refused(ServiceFailure.Conflict conflict) {
        problem.set(seen.refused(conflict, board.activeProperty().get(), target()));
        override.set(false);
        askForTheCase();
    }

    private void askForTheCase() {
        tasks.run(() -> service.caseFor(target))
                .onSuccess(activation -> {
                    found.set(Optional.of(activation));
                    caseState.set(LoadState.LOADED);
                })
                // The workspace asks its guard rails again in any case.
                .onFailure(ServiceFailure.class, failure -> {
                    problem.set(Texts.of("checkpoints.activate.no-case", failure.getMessage()));
                    caseState.set(LoadState.FAILED);
                })
                .start();
    }

    private String whatIsMissing() {
        if (caseState.get() == LoadState.LOADING) {
            return Texts.of("checkpoints.activate.missing.case");
        }
        if (reason.get().isBlank()) {
            return Texts.of("checkpoints.activate.missing.reason");
        }
        if (later.get()) {
            return due.complaint();
        }
        boolean guarded =
                !found.get().map(ActivationCase::warnings).orElse(List.of()).isEmpty();
        return guarded && !override.get() ? Texts.of("checkpoints.activate.missing.override") : "";
    }
}

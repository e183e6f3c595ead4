package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Making another checkpoint the active one: from which, to which, why. Carries the active one as the person saw it, so that
 * nobody replaces a checkpoint they never saw.
 */
public final class ActivationViewModel {

    private final CheckpointsViewModel board;
    private final Tasks tasks;
    private final Activation.Kind kind;
    private final String target;
    private final Activating activating;
    private final ReadOnlyStringWrapper from = new ReadOnlyStringWrapper();
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();
    private Optional<Checkpoint> seen;

    ActivationViewModel(
            CheckpointsViewModel board, Tasks tasks, Activation.Kind kind, String target, Activating activating) {
        this.board = board;
        this.tasks = tasks;
        this.kind = kind;
        this.target = target;
        this.activating = activating;
        this.seen = board.activeProperty().get();
        from.set(nameOf(seen));
    }

    /** The version that is active now, or words that say that none is. */
    public ReadOnlyStringProperty fromProperty() {
        return from.getReadOnlyProperty();
    }

    /** Whether this goes on or back. */
    public Activation.Kind kind() {
        return kind;
    }

    /** The version that will be active. */
    public String target() {
        return target;
    }

    /** Why; kept in the record. May be empty. */
    public StringProperty reasonProperty() {
        return reason;
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

    /** Does it. */
    public void confirm() {
        if (busy.get()) {
            return;
        }
        problem.set("");
        tasks.run(() -> activating.perform(seen, reason.get().strip()))
                .whileRunning(busy)
                .onSuccess(checkpoint -> {
                    done.set(true);
                    board.activated(checkpoint);
                })
                .onFailure(ServiceFailure.Conflict.class, conflict -> board.load(() -> somebodyWasFaster(conflict)))
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    private void somebodyWasFaster(ServiceFailure.Conflict conflict) {
        Optional<Checkpoint> now = board.activeProperty().get();
        if (now.map(Checkpoint::id).equals(seen.map(Checkpoint::id))) {
            problem.set(conflict.getMessage());
            return;
        }
        problem.set(
                now.isPresent() && now.get().version().equals(target)
                        ? Texts.of("checkpoints.activate.already", target)
                        : Texts.of("checkpoints.activate.conflict", nameOf(seen), nameOf(now)));
        seen = now;
        from.set(nameOf(now));
    }

    private static String nameOf(Optional<Checkpoint> checkpoint) {
        return checkpoint.map(Checkpoint::version).orElse(Texts.of("checkpoints.none"));
    }

    /** What is done on confirming; blocks. */
    @FunctionalInterface
    interface Activating {
        Checkpoint perform(Optional<Checkpoint> seenActive, String reason);
    }
}

package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Going back to the formerly active checkpoint. In haste no reason is asked for, though one may be given. */
public final class RollbackViewModel {

    private final CheckpointsViewModel board;
    private final CheckpointService service;
    private final Tasks tasks;
    private final String target;
    private final SeenActive seen;
    private final StringProperty reason = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper done = new ReadOnlyBooleanWrapper();

    RollbackViewModel(CheckpointsViewModel board, CheckpointService service, Tasks tasks, String target) {
        this.board = board;
        this.service = service;
        this.tasks = tasks;
        this.target = target;
        this.seen = new SeenActive(board.activeProperty().get());
    }

    /** The version that is active now. */
    public ReadOnlyStringProperty fromProperty() {
        return seen.nameProperty();
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
        tasks.run(() -> service.rollback(seen.get(), reason.get().strip()))
                .whileRunning(busy)
                .onSuccess(checkpoint -> {
                    done.set(true);
                    board.activated(checkpoint);
                })
                .onFailure(
                        ServiceFailure.Conflict.class,
                        conflict -> board.load(() -> problem.set(
                                seen.refused(conflict, board.activeProperty().get(), target))))
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }
}

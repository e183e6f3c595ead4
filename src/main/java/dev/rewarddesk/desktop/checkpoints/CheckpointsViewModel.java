package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The checkpoints, the active one, and the record of activations. */
public final class CheckpointsViewModel {

    private final CheckpointService service;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final Tasks tasks;
    private final ObservableList<Checkpoint> checkpoints = FXCollections.observableArrayList();
    private final ObservableList<Activation> history = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(LoadState.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Checkpoint>> active = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    public CheckpointsViewModel(CheckpointService service, CurrentWorkspace workspace, Notices notices, Tasks tasks) {
        this.service = service;
        this.workspace = workspace;
        this.notices = notices;
        this.tasks = tasks;
    }

    /** All checkpoints, newest first; not to be changed. */
    public ObservableList<Checkpoint> checkpoints() {
        return FXCollections.unmodifiableObservableList(checkpoints);
    }

    /** The record of activations, newest first; not to be changed. */
    public ObservableList<Activation> history() {
        return FXCollections.unmodifiableObservableList(history);
    }

    /** The active checkpoint as last heard of. */
    public ReadOnlyObjectProperty<Optional<Checkpoint>> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** Where loading stands; once loaded, a failing reload keeps what is there. */
    public ReadOnlyObjectProperty<LoadState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Why loading failed. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether something is under way. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Whether this person may create, activate and delete. */
    public ObservableValue<Boolean> maySteer() {
        return workspace.workspaceProperty().map(_ -> workspace.maySteer());
    }

    /** Asks the workspace for everything again. */
    public void load() {
        load(() -> {});
    }

    void load(Runnable then) {
        if (state.get() == LoadState.FAILED) {
            state.set(LoadState.LOADING);
        }
        tasks.run(() -> new Loaded(service.list(), service.history()))
                .whileRunning(busy)
                .onSuccess(loaded -> {
                    checkpoints.setAll(loaded.checkpoints());
                    history.setAll(loaded.history());
                    active.set(loaded.checkpoints().stream()
                            .filter(Checkpoint::active)
                            .findFirst());
                    state.set(LoadState.LOADED);
                    then.run();
                })
                .onFailure(ServiceFailure.class, this::loadingFailed)
                .start();
    }

    /** A form for a new checkpoint. */
    public NewCheckpointViewModel startCreating() {
        return new NewCheckpointViewModel(service, tasks, made -> {
            load();
            notices.tell(Texts.of("checkpoints.created", made.version()));
        });
    }

    /** A form that activates the checkpoint. */
    public ActivationViewModel startActivating(Checkpoint target) {
        return new ActivationViewModel(
                this,
                tasks,
                Activation.Kind.ACTIVATE,
                target.version(),
                (seen, reason) -> service.activate(target, seen, reason, false));
    }

    /** A form that goes back to the formerly active checkpoint; empty where there is none. */
    public Optional<ActivationViewModel> startRollback() {
        return RollbackPreview.of(history)
                .map(version ->
                        new ActivationViewModel(this, tasks, Activation.Kind.ROLLBACK, version, service::rollback));
    }

    /** Deletes the checkpoint after asking. */
    public void delete(Checkpoint checkpoint) {
        if (checkpoint.active()) {
            notices.fail(new ServiceFailure.Conflict(
                    "checkpoint_active", Texts.of("checkpoints.delete.active", checkpoint.version())));
            return;
        }
        notices.ask(
                Question.deleteCheckpoint(checkpoint.version()),
                () -> tasks.run(() -> service.delete(checkpoint))
                        .whileRunning(busy)
                        .onSuccess(_ -> {
                            load();
                            notices.tell(Texts.of("checkpoints.deleted", checkpoint.version()));
                        })
                        .onFailure(ServiceFailure.class, failure -> {
                            load();
                            notices.fail(failure);
                        })
                        .start());
    }

    void activated(Checkpoint checkpoint) {
        load();
        notices.tell(Texts.of("checkpoints.activated", checkpoint.version()));
    }

    private void loadingFailed(ServiceFailure failure) {
        workspace.noticed(failure);
        if (state.get() == LoadState.LOADED) {
            notices.fail(failure);
        } else {
            problem.set(failure.getMessage());
            state.set(LoadState.FAILED);
        }
    }

    private record Loaded(List<Checkpoint> checkpoints, List<Activation> history) {}
}

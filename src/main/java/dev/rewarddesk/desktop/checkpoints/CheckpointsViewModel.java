package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.checkpoint.Subscription;
import dev.rewarddesk.desktop.comparison.ComparisonViewModel;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.desktop.workspace.CurrentWorkspace;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.Schedule;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The checkpoints, the active one, and the record of activations. */
public final class CheckpointsViewModel {

    private final CheckpointService service;
    private final CurrentWorkspace workspace;
    private final Notices notices;
    private final Tasks tasks;
    private final Clock clock;
    private final EvidenceViewModel evidence;
    private final ComparisonViewModel comparison;
    private final ObservableList<Checkpoint> checkpoints = FXCollections.observableArrayList();
    private final ObservableList<Activation> history = FXCollections.observableArrayList();
    private final ObservableList<Schedule> schedules = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<LoadState> state = new ReadOnlyObjectWrapper<>(LoadState.LOADING);
    private final ReadOnlyObjectWrapper<Optional<Checkpoint>> active = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable Subscription following;

    /**
     * @param clock tells when "at a set time" is to come, in the time zone of the person
     * @param pictures the bytes of an image; blocks
     */
    public CheckpointsViewModel(
            CheckpointService service,
            CurrentWorkspace workspace,
            Notices notices,
            Tasks tasks,
            Clock clock,
            Function<Image, byte[]> pictures) {
        this.service = service;
        this.workspace = workspace;
        this.notices = notices;
        this.tasks = tasks;
        this.clock = clock;
        this.evidence = new EvidenceViewModel(service, workspace, tasks);
        this.comparison = new ComparisonViewModel(service, notices, tasks, pictures);
    }

    /** The evidence of the selected checkpoint. */
    public EvidenceViewModel evidence() {
        return evidence;
    }

    /** Two checkpoints beside each other. */
    public ComparisonViewModel comparison() {
        return comparison;
    }

    /** All checkpoints, newest first; not to be changed. */
    public ObservableList<Checkpoint> checkpoints() {
        return FXCollections.unmodifiableObservableList(checkpoints);
    }

    /** The record of activations, newest first; not to be changed. */
    public ObservableList<Activation> history() {
        return FXCollections.unmodifiableObservableList(history);
    }

    /** Activations at a set time, newest first; not to be changed. */
    public ObservableList<Schedule> schedules() {
        return FXCollections.unmodifiableObservableList(schedules);
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

    /** Hears of what others activate, until told to stop. */
    public void listen() {
        if (following == null) {
            following = service.follow(tasks.latest(this::heard), tasks.each(this::notActivated));
        }
    }

    /** Hears of nothing any more. */
    public void stopListening() {
        Subscription ended = following;
        following = null;
        if (ended != null) {
            ended.close();
        }
    }

    /** Asks the workspace for everything again. */
    public void load() {
        load(() -> {});
    }

    void load(Runnable then) {
        if (state.get() == LoadState.FAILED) {
            state.set(LoadState.LOADING);
        }
        tasks.run(() -> new Loaded(service.list(), service.history(), service.schedules()))
                .whileRunning(busy)
                .onSuccess(loaded -> {
                    checkpoints.setAll(loaded.checkpoints());
                    history.setAll(loaded.history());
                    schedules.setAll(loaded.schedules());
                    active.set(loaded.checkpoints().stream()
                            .filter(Checkpoint::active)
                            .findFirst());
                    state.set(LoadState.LOADED);
                    evidence.again();
                    then.run();
                })
                .onFailure(ServiceFailure.class, this::loadingFailed)
                .start();
    }

    /** What the checkpoint would be compared with: the active one, or for that one the newest other; empty where none is. */
    Optional<Checkpoint> opponentOf(Checkpoint checkpoint) {
        return active.get()
                .filter(now -> !now.id().equals(checkpoint.id()))
                .or(() -> checkpoints.stream()
                        .filter(other -> !other.id().equals(checkpoint.id()))
                        .findFirst());
    }

    /** Opens the comparison of the checkpoint with the active one; does nothing where there is no other. */
    public void compare(Checkpoint checkpoint) {
        opponentOf(checkpoint).ifPresent(other -> comparison.open(checkpoints, checkpoint, other));
    }

    /** A form for a new checkpoint. */
    public NewCheckpointViewModel startCreating() {
        return new NewCheckpointViewModel(service, tasks, made -> {
            load();
            notices.tell(Texts.of("checkpoints.created", made.version()));
        });
    }

    /** A form that activates the checkpoint, now or at a set time. */
    public ActivationViewModel startActivating(Checkpoint target) {
        return new ActivationViewModel(this, service, tasks, target, new DueTime(clock));
    }

    /** A form that goes back to the formerly active checkpoint; empty where there is none. */
    public Optional<RollbackViewModel> startRollback() {
        return RollbackPreview.of(history).map(version -> new RollbackViewModel(this, service, tasks, version));
    }

    /** Takes back an activation that still waits. */
    public void cancel(Schedule schedule) {
        tasks.run(() -> service.cancel(schedule))
                .whileRunning(busy)
                .onSuccess(_ -> {
                    load();
                    notices.tell(Texts.of("checkpoints.schedule.cancelled", schedule.checkpointVersion()));
                })
                .onFailure(ServiceFailure.class, failure -> {
                    load();
                    notices.fail(failure);
                })
                .start();
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

    void scheduled(Schedule schedule) {
        load();
        notices.tell(
                Texts.of("checkpoints.schedule.set", schedule.checkpointVersion(), Texts.moment(schedule.dueAt())));
    }

    // The first word is on what is active now, which is mostly known.
    private void heard(Optional<Checkpoint> now) {
        if (state.get() != LoadState.LOADED
                || !now.map(Checkpoint::id).equals(active.get().map(Checkpoint::id))) {
            load();
        }
    }

    private void notActivated(Schedule failed) {
        notices.warn(Texts.of("checkpoints.schedule.failed", failed.checkpointVersion()));
        load();
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

    private record Loaded(List<Checkpoint> checkpoints, List<Activation> history, List<Schedule> schedules) {}
}

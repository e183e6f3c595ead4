package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.FormerReward;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.review.Outgoing;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import org.jspecify.annotations.Nullable;

/** One response with all that is known of it, and what can be done about it. */
public final class DetailViewModel {

    private final LibraryService service;
    private final OwnChanges ownChanges;
    private final Gallery gallery;
    private final Tasks tasks;
    private final Notices notices;
    private final Changes changes;
    private final ReadOnlyObjectWrapper<DetailState> state = new ReadOnlyObjectWrapper<>(new DetailState.Closed());
    private final ReadOnlyObjectWrapper<Optional<RewardEditViewModel>> editing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableMap<UUID, List<FormerReward>> histories = FXCollections.observableHashMap();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable UUID wanted;
    private int turn;

    DetailViewModel(
            LibraryService service,
            OwnChanges ownChanges,
            Gallery gallery,
            Tasks tasks,
            Notices notices,
            Changes changes) {
        this.service = service;
        this.ownChanges = ownChanges;
        this.gallery = gallery;
        this.tasks = tasks;
        this.notices = notices;
        this.changes = changes;
    }

    /** Who wants to know that a response is another one now. */
    interface Changes {

        /** This is how it is now. */
        void changed(DetailState.Open now);

        /** It is gone for good. */
        void deleted(UUID responseId);
    }

    /** What there is to read. */
    public ReadOnlyObjectProperty<DetailState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What there is to see. */
    public Gallery gallery() {
        return gallery;
    }

    /** The form in which the own reward is being changed; empty while it is not. */
    public ReadOnlyObjectProperty<Optional<RewardEditViewModel>> editingProperty() {
        return editing.getReadOnlyProperty();
    }

    /** By reward, what it was before, the latest first; only of those for which that was asked. */
    public ObservableMap<UUID, List<FormerReward>> histories() {
        return FXCollections.unmodifiableObservableMap(histories);
    }

    /** Whether something is being done about the response. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Whether a response is shown, or on its way. */
    public boolean isOpen() {
        return wanted != null;
    }

    /** Shows a response; the former one stays until this one is here. */
    public void open(UUID responseId) {
        if (responseId.equals(wanted) && !(state.get() instanceof DetailState.Failed)) {
            return;
        }
        ifNothingIsLost(() -> {
            wanted = responseId;
            editing.set(Optional.empty());
            if (!(state.get() instanceof DetailState.Open)) {
                state.set(new DetailState.Loading());
            }
            load();
        });
    }

    /** Loads the response again. */
    public void reload() {
        if (wanted != null && editing.get().isEmpty()) {
            load();
        }
    }

    /** Shows nothing any more. */
    public void close() {
        ifNothingIsLost(() -> {
            turn++;
            wanted = null;
            editing.set(Optional.empty());
            histories.clear();
            state.set(new DetailState.Closed());
            gallery.show(null);
        });
    }

    /** Begins to change the own reward; does nothing where there is none. */
    public void edit() {
        if (state.get() instanceof DetailState.Open open && editing.get().isEmpty()) {
            open.own().ifPresent(own -> editing.set(Optional.of(form(open, own))));
        }
    }

    /** Stops changing the own reward; asks where something would be lost. */
    public void stopEditing() {
        ifNothingIsLost(() -> editing.set(Optional.empty()));
    }

    /**
     * Whether nothing that was entered would be lost; asks where it would.
     *
     * @param leave run when the person gives it up
     */
    public boolean mayLeave(Runnable leave) {
        if (!isUnsaved()) {
            return true;
        }
        notices.ask(Question.giveUpChange(), () -> {
            editing.set(Optional.empty());
            leave.run();
        });
        return false;
    }

    /** Shows what the reward was before. */
    public void showHistory(UUID rewardId) {
        tasks.run(() -> service.history(rewardId))
                .onSuccess(history -> histories.put(rewardId, history))
                .onFailure(ServiceFailure.class, notices::fail)
                .start();
    }

    /** Hides what the reward was before. */
    public void hideHistory(UUID rewardId) {
        histories.remove(rewardId);
    }

    /** Takes the flags away, so that the response is back in the queue. */
    public void unflag() {
        if (state.get() instanceof DetailState.Open open && !busy.get()) {
            UUID id = open.entry().response().id();
            tasks.run(() -> service.unflag(id))
                    .whileRunning(busy)
                    .onSuccess(_ -> {
                        notices.tell(Texts.of("library.unflagged"));
                        reload();
                    })
                    .onFailure(ServiceFailure.class, notices::fail)
                    .start();
        }
    }

    /** Deletes the response after asking. */
    public void delete() {
        if (state.get() instanceof DetailState.Open open && !busy.get()) {
            UUID id = open.entry().response().id();
            notices.ask(
                    Question.deleteResponse(open.entry().rewardCount()),
                    () -> tasks.run(() -> service.delete(id))
                            .whileRunning(busy)
                            .onSuccess(_ -> {
                                notices.tell(Texts.of("library.deleted"));
                                editing.set(Optional.empty());
                                close();
                                changes.deleted(id);
                            })
                            .onFailure(ServiceFailure.class, notices::fail)
                            .start());
        }
    }

    /** Hears what became of a decision. */
    void hear(Outgoing.Outcome outcome) {
        UUID about = switch (outcome) {
            case Outgoing.Outcome.Taken taken -> taken.decision().responseId();
            case Outgoing.Outcome.NotTaken not ->
                not.refused().decided().decision().responseId();
        };
        if (about.equals(wanted)) {
            reload();
        }
    }

    private void load() {
        UUID id = wanted;
        if (id == null) {
            return;
        }
        int mine = ++turn;
        tasks.run(() -> {
                    // First: what arrives meanwhile is then shown twice and not never.
                    OwnChange change = ownChanges.about(id);
                    return new DetailState.Open(service.response(id), service.rewardsTo(id), new OwnChange.None())
                            .with(change);
                })
                .onSuccess(open -> ifStill(mine, () -> loaded(open)))
                .onFailure(
                        ServiceFailure.class,
                        failure -> ifStill(mine, () -> {
                            gallery.show(null);
                            state.set(new DetailState.Failed(failure.getMessage()));
                        }))
                .start();
    }

    private void loaded(DetailState.Open open) {
        histories.clear();
        state.set(open);
        changes.changed(open);
        gallery.show(open.entry().image());
    }

    private RewardEditViewModel form(DetailState.Open open, Reward own) {
        ReviewItem item =
                ReviewItem.notInHand(open.entry().response(), open.entry().image());
        return new RewardEditViewModel(ownChanges, tasks, item, own, open.change(), new RewardEditViewModel.Listener() {
            @Override
            public void kept(Decision.Changed change) {
                editing.set(Optional.empty());
                notices.tell(Texts.of("library.edit.saved"));
                showFate(change.responseId());
            }

            @Override
            public void dropped() {
                editing.set(Optional.empty());
                reload();
            }
        });
    }

    // Asks the workspace only where that has spoken: without a line, what is shown stays.
    private void showFate(UUID responseId) {
        tasks.run(() -> ownChanges.about(responseId))
                .onSuccess(now -> {
                    if (!(now instanceof OwnChange.Waiting)) {
                        reload();
                    } else if (responseId.equals(wanted) && state.get() instanceof DetailState.Open open) {
                        DetailState.Open changed = open.with(now);
                        state.set(changed);
                        changes.changed(changed);
                    }
                })
                .onFailure(ServiceFailure.class, notices::fail)
                .start();
    }

    private boolean isUnsaved() {
        return editing.get().map(RewardEditViewModel::isChanged).orElse(false);
    }

    private void ifNothingIsLost(Runnable action) {
        if (isUnsaved()) {
            notices.ask(Question.giveUpChange(), action);
        } else {
            action.run();
        }
    }

    private void ifStill(int mine, Runnable action) {
        if (mine == turn) {
            action.run();
        }
    }
}

package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.image.Preview;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import dev.rewarddesk.desktop.image.Viewport;
import dev.rewarddesk.desktop.notice.Notices;
import dev.rewarddesk.desktop.notice.Question;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.FormerReward;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.Reward;
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
    private final Tasks tasks;
    private final Notices notices;
    private final Changes changes;
    private final Veils veils;
    private final ReadOnlyObjectWrapper<DetailState> state = new ReadOnlyObjectWrapper<>(new DetailState.Closed());
    private final ReadOnlyObjectWrapper<PictureState> picture = new ReadOnlyObjectWrapper<>(new PictureState.None());
    private final ReadOnlyObjectWrapper<Optional<RewardEditViewModel>> editing =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableMap<UUID, List<FormerReward>> histories = FXCollections.observableHashMap();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable UUID wanted;
    private @Nullable UUID pictured;
    private Viewport room = Viewport.USUAL;
    private int turn;

    DetailViewModel(LibraryService service, Tasks tasks, Notices notices, Changes changes, Veils veils) {
        this.service = service;
        this.tasks = tasks;
        this.notices = notices;
        this.changes = changes;
        this.veils = veils;
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
    public ReadOnlyObjectProperty<PictureState> pictureProperty() {
        return picture.getReadOnlyProperty();
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
            pictured = null;
            editing.set(Optional.empty());
            histories.clear();
            state.set(new DetailState.Closed());
            picture.set(new PictureState.None());
        });
    }

    /** Begins to change the own reward; does nothing where there is none. */
    public void edit() {
        if (state.get() instanceof DetailState.Open open && editing.get().isEmpty()) {
            open.own()
                    .ifPresent(
                            own -> editing.set(Optional.of(new RewardEditViewModel(service, tasks, own, this::saved))));
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

    /** Tries the picture again. */
    public void pictureAgain() {
        if (state.get() instanceof DetailState.Open open && open.entry().image() != null) {
            show(open.entry().image());
        }
    }

    /** Shows the picture that is blurred. */
    public void reveal() {
        if (picture.get() instanceof PictureState.Veiled veiled && pictured != null) {
            veils.lift(pictured);
            picture.set(new PictureState.Ready(veiled.preview()));
        }
    }

    /** How much room the next pictures will have. */
    public void prepareFor(Viewport viewport) {
        room = viewport;
    }

    private void load() {
        UUID id = wanted;
        if (id == null) {
            return;
        }
        int mine = ++turn;
        tasks.run(() -> new DetailState.Open(service.response(id), service.rewardsTo(id)))
                .onSuccess(open -> ifStill(mine, () -> loaded(open)))
                .onFailure(
                        ServiceFailure.class,
                        failure -> ifStill(mine, () -> {
                            pictured = null;
                            picture.set(new PictureState.None());
                            state.set(new DetailState.Failed(failure.getMessage()));
                        }))
                .start();
    }

    private void loaded(DetailState.Open open) {
        histories.clear();
        state.set(open);
        changes.changed(open);
        Image image = open.entry().image();
        if (image == null) {
            pictured = null;
            picture.set(new PictureState.None());
        } else if (!image.id().equals(pictured)) {
            show(image);
        }
    }

    private void show(Image image) {
        pictured = image.id();
        picture.set(new PictureState.Loading());
        Viewport viewport = room;
        tasks.run(() -> Preview.of(service.bytesOf(image), viewport))
                .onSuccess(preview -> pictured(image, veils.over(image, preview)))
                .onFailure(
                        UnreadablePictureException.class,
                        unreadable -> pictured(
                                image, new PictureState.Broken(Texts.of("library.image.", unreadable.reason()), false)))
                .onFailure(
                        ServiceFailure.class,
                        failure -> pictured(
                                image,
                                new PictureState.Broken(Texts.of("image.broken.transfer", failure.getMessage()), true)))
                .start();
    }

    private void pictured(Image image, PictureState now) {
        if (image.id().equals(pictured)) {
            picture.set(now);
        }
    }

    private void saved(Reward reward) {
        editing.set(Optional.empty());
        notices.tell(Texts.of("library.edit.saved"));
        reload();
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

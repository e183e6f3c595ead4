package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.RewardDraft;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * The open item with its form, its picture, and the time spent on it. It is the first of the pile, or one that was opened
 * again and lies on top of the pile until the person is through with it.
 */
final class Desk {

    private final Pile pile = new Pile();
    private final RewardForm form = new RewardForm();
    private final Drafts drafts;
    private final Function<UUID, Optional<Refused>> refused;
    private final WorkTime time;
    private final PictureShelf pictures;
    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(new DeskState.Loading());
    private final ReadOnlyStringWrapper remark = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<ReviewItem>> coming = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param refused answers the refused decision about a response */
    Desk(InstantSource clock, Drafts drafts, Function<UUID, Optional<Refused>> refused, PictureShelf pictures) {
        this.drafts = drafts;
        this.refused = refused;
        this.time = new WorkTime(clock);
        this.pictures = pictures;
    }

    ReadOnlyObjectProperty<DeskState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** What the person has to know about the open item, in a sentence; empty where there is nothing. */
    ReadOnlyStringProperty remarkProperty() {
        return remark.getReadOnlyProperty();
    }

    /** The item that is opened after the open one, where it is in hand. */
    ReadOnlyObjectProperty<Optional<ReviewItem>> comingProperty() {
        return coming.getReadOnlyProperty();
    }

    RewardForm form() {
        return form;
    }

    WorkTime time() {
        return time;
    }

    PictureShelf pictures() {
        return pictures;
    }

    /** The items in hand. */
    Pile pile() {
        return pile;
    }

    /** What is open, and what for. */
    Optional<DeskState.Reviewing> open() {
        return state.get() instanceof DeskState.Reviewing reviewing ? Optional.of(reviewing) : Optional.empty();
    }

    /** Whether the item is the open one. */
    boolean isOpen(ReviewItem item) {
        return open().filter(
                        now -> now.item().response().id().equals(item.response().id()))
                .isPresent();
    }

    /** The refused decision about a response. */
    Optional<Refused> refusedAbout(UUID responseId) {
        return refused.apply(responseId);
    }

    /** Whether something lies on top of the pile. */
    boolean isAside() {
        return open().filter(now -> !(now.purpose() instanceof Purpose.Scoring)).isPresent();
    }

    /** What is entered for the open item, now. */
    RewardDraft entered() {
        return form.draft(time.spent());
    }

    /** Keeps what is entered for the open item; what is entered on top of the pile is not kept. */
    void keepDraft() {
        if (open().isPresent() && !isAside()) {
            drafts.keep(entered());
        }
    }

    /** Something was decided about the item: opens the next one. */
    void leave(ReviewItem item) {
        pile.spend(item);
        showFirst();
    }

    /** Opens an item on top of the pile. */
    void openAside(ReviewItem item, Purpose purpose, RewardDraft entered) {
        keepDraft();
        show(new DeskState.Reviewing(item, purpose), entered);
    }

    /** Puts an item back on the pile with what was entered for it; opens it unless it is to come next. */
    void putBack(ReviewItem item, RewardDraft entered, boolean inFront) {
        keepDraft();
        drafts.keep(entered);
        pile.putBack(item, inFront);
        if (inFront) {
            showFirst();
        } else {
            openFirst();
        }
    }

    /** Opens the first item of the pile unless something lies on top of it. */
    void openFirst() {
        if (!isAside()) {
            showFirst();
        }
        wantPictures();
    }

    /** Nothing is open, for this reason. */
    void empty(DeskState why) {
        remark.set("");
        state.set(why);
        pictures.want(null, List.of());
    }

    /** Says something about the open item. */
    void remark(String text) {
        remark.set(text);
    }

    /** Opens the first item of the pile, or waits for one. */
    void showFirst() {
        Optional<ReviewItem> first = pile.current();
        if (first.isEmpty()) {
            empty(new DeskState.Loading());
            return;
        }
        ReviewItem item = first.get();
        if (isOpen(item) && !isAside()) {
            // Its lease may be a new one.
            state.set(new DeskState.Reviewing(item, new Purpose.Scoring()));
            wantPictures();
            return;
        }
        UUID response = item.response().id();
        Optional<Refused> wrong = refused.apply(response);
        if (wrong.isPresent()) {
            show(
                    new DeskState.Reviewing(item, new Purpose.Correcting(wrong.get(), null)),
                    Entered.by(wrong.get().decided().decision()));
        } else {
            boolean found = drafts.isFound(response);
            show(new DeskState.Reviewing(item, new Purpose.Scoring()), drafts.of(response));
            remark.set(Remarks.onOpening(item, found));
        }
    }

    private void show(DeskState.Reviewing next, RewardDraft entered) {
        form.show(entered);
        time.begin(entered.spent());
        remark.set(Remarks.about(next.purpose()));
        state.set(next);
        wantPictures();
    }

    private void wantPictures() {
        open().ifPresent(now -> {
            List<ReviewItem> later =
                    pile.items().stream().filter(item -> !isOpen(item)).toList();
            coming.set(later.stream().findFirst());
            pictures.want(
                    now.item().image(),
                    later.stream()
                            .flatMap(item -> Stream.ofNullable(item.image()))
                            .toList());
        });
    }
}

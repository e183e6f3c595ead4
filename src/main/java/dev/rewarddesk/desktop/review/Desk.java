package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ReviewItem;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The pile of items with the first of them open: its form, its picture, and the time spent on it. */
final class Desk {

    private final Pile pile = new Pile();
    private final RewardForm form = new RewardForm();
    private final WorkTime time;
    private final PictureShelf pictures;
    private final ReadOnlyObjectWrapper<DeskState> state = new ReadOnlyObjectWrapper<>(new DeskState.Loading());

    Desk(InstantSource clock, PictureShelf pictures) {
        this.time = new WorkTime(clock);
        this.pictures = pictures;
    }

    ReadOnlyObjectProperty<DeskState> stateProperty() {
        return state.getReadOnlyProperty();
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

    /** The items and what is kept of them. */
    Pile pile() {
        return pile;
    }

    /** The item that is open. */
    Optional<ReviewItem> current() {
        return state.get() instanceof DeskState.Reviewing reviewing ? Optional.of(reviewing.item()) : Optional.empty();
    }

    boolean isOpen(ReviewItem item) {
        return current()
                .filter(now -> now.response().id().equals(item.response().id()))
                .isPresent();
    }

    /** What is entered for the open item, now. */
    Draft entered() {
        return form.draft(time.spent());
    }

    /** Keeps what is entered for the open item, for when it comes again. */
    void keepDraft() {
        current().ifPresent(item -> pile.keep(item, entered()));
    }

    /** Something was done with the item: opens the next one. */
    void leave(ReviewItem item) {
        pile.spend(item);
        openFirst();
    }

    /** Brings an item back; in front, unless the person is at work on the open one. Answers whether it is in front. */
    boolean comeBack(ReviewItem item, boolean asking) {
        boolean atWork = current().isPresent() && (asking || !form.isBlank() || form.isUnsent());
        pile.putBack(item, !atWork);
        openFirst();
        return !atWork;
    }

    /** Opens the first item of the pile, or waits for one. */
    void openFirst() {
        Optional<ReviewItem> first = pile.current();
        if (first.isEmpty()) {
            empty(new DeskState.Loading());
            return;
        }
        ReviewItem item = first.get();
        if (!isOpen(item)) {
            Draft draft = pile.draftOf(item);
            form.show(draft);
            time.begin(draft.spent());
        }
        state.set(new DeskState.Reviewing(item));
        List<Image> next = pile.items().stream()
                .skip(1)
                .flatMap(later -> Stream.ofNullable(later.image()))
                .toList();
        pictures.want(item.image(), next);
    }

    /** Nothing is open, for this reason. */
    void empty(DeskState why) {
        state.set(why);
        pictures.want(null, List.of());
    }

    /** Clears the desk and answers what lay on it; what was entered is kept. */
    List<ReviewItem> clear() {
        keepDraft();
        List<ReviewItem> items = pile.items();
        pile.clear();
        empty(new DeskState.Loading());
        return items;
    }

    /** Forgets the rewards that did not get through. */
    void forgetUnsent() {
        pile.forgetUnsent();
        if (form.isUnsent()) {
            current().ifPresent(item -> form.show(pile.draftOf(item)));
        }
    }
}

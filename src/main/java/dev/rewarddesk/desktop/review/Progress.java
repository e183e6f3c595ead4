package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.ReviewProgress;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How far the reviewer is: as the workspace last said, and what was done since. */
final class Progress {

    private final ReadOnlyObjectWrapper<Optional<ReviewProgress>> now = new ReadOnlyObjectWrapper<>(Optional.empty());

    ReadOnlyObjectProperty<Optional<ReviewProgress>> property() {
        return now.getReadOnlyProperty();
    }

    void set(ReviewProgress said) {
        now.set(Optional.of(said));
    }

    void oneRewarded() {
        change(was -> new ReviewProgress(was.done() + 1, was.doneToday() + 1, was.left() - 1, was.skipped()));
    }

    void oneFlagged() {
        change(was -> new ReviewProgress(was.done(), was.doneToday(), was.left() - 1, was.skipped()));
    }

    private void change(UnaryOperator<ReviewProgress> step) {
        now.set(now.get().map(step));
    }
}

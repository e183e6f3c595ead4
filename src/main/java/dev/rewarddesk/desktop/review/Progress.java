package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.ReviewProgress;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How far the reviewer is: as the workspace last said, and what was done here since. */
final class Progress {

    private final ReadOnlyObjectWrapper<Optional<ReviewProgress>> now = new ReadOnlyObjectWrapper<>(Optional.empty());

    ReadOnlyObjectProperty<Optional<ReviewProgress>> property() {
        return now.getReadOnlyProperty();
    }

    /** What the workspace said, which does not know yet of what is undelivered. */
    void set(ReviewProgress said, Undelivered undelivered) {
        now.set(Optional.of(said));
        change(undelivered.rewards(), -undelivered.rewards() - undelivered.flags());
    }

    void oneRewarded() {
        change(1, -1);
    }

    /** A reward is not given after all. */
    void oneRewardLess() {
        change(-1, 1);
    }

    void oneFlagged() {
        change(0, -1);
    }

    /** A flag is not there after all. */
    void oneFlagLess() {
        change(0, 1);
    }

    private void change(long done, long left) {
        now.set(now.get()
                .map(was -> new ReviewProgress(
                        was.done() + done,
                        Math.max(0, was.doneToday() + done),
                        Math.max(0, was.left() + left),
                        was.skipped())));
    }
}

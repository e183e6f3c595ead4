package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Changing a reward that was given before. A score that is the one that type and quality suggest goes on following them; one set
 * by hand stays. Where a change was not taken because somebody (the same person elsewhere) was faster, the person chooses between
 * the two.
 */
public final class RewardEditViewModel {

    private static final String WAS_FASTER = "revision_conflict";

    private final OwnChanges changes;
    private final Tasks tasks;
    private final Listener listener;
    private final ReviewItem item;
    private final Reward seen;
    private final @Nullable Integer revision;
    private final @Nullable Refused refused;
    private final ReadOnlyObjectWrapper<Feedback> feedback;
    private final ReadOnlyObjectWrapper<Score> score;
    private final StringProperty comment;
    private final ReadOnlyObjectWrapper<Optional<Reward>> other;
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /** Who wants to know how it ends. */
    interface Listener {

        /** It is safe on this machine. */
        void kept(Decision.Changed change);

        /** What the workspace did not take was given up. */
        void dropped();
    }

    /**
     * @param own the reward as it is shown
     * @param change how it stands with an earlier change: on one that waits this one follows, one that was not taken it replaces
     */
    RewardEditViewModel(
            OwnChanges changes, Tasks tasks, ReviewItem item, Reward own, OwnChange change, Listener listener) {
        this.changes = changes;
        this.tasks = tasks;
        this.listener = listener;
        this.item = item;
        this.seen = own;
        Reward begin = own;
        if (change instanceof OwnChange.NotTaken(Refused former, Decision.Changed mine)) {
            refused = former;
            begin = mine.appliedTo(own);
        } else {
            refused = null;
        }
        this.revision = change instanceof OwnChange.Waiting ? null : (Integer) own.revision();
        this.other = new ReadOnlyObjectWrapper<>(
                refused != null && refused.code().equals(WAS_FASTER) ? Optional.of(own) : Optional.empty());
        this.feedback = new ReadOnlyObjectWrapper<>(begin.feedback());
        this.score = new ReadOnlyObjectWrapper<>(begin.score());
        this.comment = new SimpleStringProperty(begin.comment());
    }

    /** Type and quality. */
    public ReadOnlyObjectProperty<Feedback> feedbackProperty() {
        return feedback.getReadOnlyProperty();
    }

    /** The score. */
    public ReadOnlyObjectProperty<Score> scoreProperty() {
        return score.getReadOnlyProperty();
    }

    /** Empty where nothing is said; the view writes it. */
    public StringProperty commentProperty() {
        return comment;
    }

    /** The reward as it was saved elsewhere before; empty where nobody was faster, and once the person has chosen. */
    public ReadOnlyObjectProperty<Optional<Reward>> otherProperty() {
        return other.getReadOnlyProperty();
    }

    /** Why it was not kept; empty while nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is being written down. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Says like, neutral or dislike. */
    public void choose(FeedbackType type) {
        change(feedback.get().withType(type));
    }

    /** Says how good it is, 1 to 5. */
    public void chooseQuality(int quality) {
        change(feedback.get().withQuality(quality));
    }

    /** Sets the score by hand. */
    public void setScore(Score newScore) {
        score.set(newScore);
    }

    /** Moves the score by hand. */
    public void moveScore(int steps) {
        setScore(score.get().plusSteps(steps));
    }

    /** Whether something would be lost without saving; what was not taken stays in its list. */
    public boolean isChanged() {
        return refused == null
                && (!score.get().equals(seen.score())
                        || !feedback.get().equals(seen.feedback())
                        || !comment.get().strip().equals(seen.comment().strip()));
    }

    /** Writes down what is entered, to be sent, unless the person has to choose first. */
    public void save() {
        if (busy.get() || other.get().isPresent()) {
            return;
        }
        problem.set("");
        Decision.Changed change = new Decision.Changed(
                UUID.randomUUID(),
                seen.id(),
                seen.responseId(),
                revision,
                score.get(),
                feedback.get(),
                comment.get().strip());
        Decided decided = new Decided(change, item, changes.clock().instant());
        tasks.run(() -> {
                    changes.keep(decided, refused);
                    return change;
                })
                .whileRunning(busy)
                .onSuccess(listener::kept)
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    /** Saves what is entered here over what was saved elsewhere. */
    public void keepMine() {
        if (other.get().isPresent()) {
            other.set(Optional.empty());
            save();
        }
    }

    /** Takes what was saved elsewhere, and nothing of what is entered here. */
    public void takeOther() {
        Refused former = refused;
        if (former != null && other.get().isPresent() && !busy.get()) {
            tasks.run(() -> {
                        changes.drop(former);
                        return former;
                    })
                    .whileRunning(busy)
                    .onSuccess(_ -> listener.dropped())
                    .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                    .start();
        }
    }

    private void change(Feedback now) {
        boolean follows = feedback.get().suggestedScore().equals(Optional.of(score.get()));
        feedback.set(now);
        if (follows) {
            now.suggestedScore().ifPresent(score::set);
        }
    }
}

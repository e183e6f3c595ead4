package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Changing a reward that was given before. A score that is the one that type and quality suggest goes on following them; one set
 * by hand stays. Where somebody (the same person elsewhere) changed the reward meanwhile, the person chooses between the two.
 */
public final class RewardEditViewModel {

    private final LibraryService service;
    private final Tasks tasks;
    private final Consumer<Reward> saved;
    private final ReadOnlyObjectWrapper<Feedback> feedback;
    private final ReadOnlyObjectWrapper<Score> score;
    private final StringProperty comment;
    private final ReadOnlyObjectWrapper<Optional<Reward>> other = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private Reward seen;

    /** @param saved told of the reward as it is then */
    RewardEditViewModel(LibraryService service, Tasks tasks, Reward reward, Consumer<Reward> saved) {
        this.service = service;
        this.tasks = tasks;
        this.saved = saved;
        this.seen = reward;
        this.feedback = new ReadOnlyObjectWrapper<>(reward.feedback());
        this.score = new ReadOnlyObjectWrapper<>(reward.score());
        this.comment = new SimpleStringProperty(reward.comment());
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

    /** The reward as it was saved elsewhere meanwhile; empty while nobody was faster. */
    public ReadOnlyObjectProperty<Optional<Reward>> otherProperty() {
        return other.getReadOnlyProperty();
    }

    /** Why it was not saved; empty while nothing went wrong. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether it is being saved. */
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

    /** Whether something would be lost without saving. */
    public boolean isChanged() {
        return !score.get().equals(seen.score())
                || !feedback.get().equals(seen.feedback())
                || !comment.get().strip().equals(seen.comment().strip());
    }

    /** Saves what is entered, unless somebody was faster. */
    public void save() {
        if (busy.get() || other.get().isPresent()) {
            return;
        }
        problem.set("");
        Reward before = seen;
        Score newScore = score.get();
        Feedback newFeedback = feedback.get();
        String words = comment.get().strip();
        tasks.run(() -> service.change(before, newScore, newFeedback, words))
                .whileRunning(busy)
                .onSuccess(saved)
                .onFailure(ServiceFailure.Conflict.class, _ -> findOther())
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    /** Saves what is entered here over what was saved elsewhere. */
    public void keepMine() {
        other.get().ifPresent(reward -> {
            seen = reward;
            other.set(Optional.empty());
            save();
        });
    }

    /** Takes what was saved elsewhere, and nothing of what is entered here. */
    public void takeOther() {
        other.get().ifPresent(saved);
    }

    private void findOther() {
        tasks.run(() -> service.reward(seen.id()))
                .whileRunning(busy)
                .onSuccess(reward -> other.set(Optional.of(reward)))
                .onFailure(ServiceFailure.class, failure -> problem.set(failure.getMessage()))
                .start();
    }

    private void change(Feedback now) {
        boolean follows = feedback.get().suggestedScore().equals(Optional.of(score.get()));
        feedback.set(now);
        if (follows) {
            now.suggestedScore().ifPresent(score::set);
        }
    }
}

package dev.rewarddesk.desktop.review;

import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.RewardDraft;
import dev.rewarddesk.model.Score;
import java.time.Duration;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is being entered for the item on the desk. Type and quality suggest the score until it is set by hand. */
public final class RewardForm {

    private final ReadOnlyObjectWrapper<Feedback> feedback = new ReadOnlyObjectWrapper<>(Feedback.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Score> score = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper byHand = new ReadOnlyBooleanWrapper();
    private final StringProperty comment = new SimpleStringProperty("");
    private Runnable chosen = () -> {};
    private RewardDraft shown = RewardDraft.blank(new UUID(0, 0));

    RewardForm() {}

    /** Type and quality. */
    public ReadOnlyObjectProperty<Feedback> feedbackProperty() {
        return feedback.getReadOnlyProperty();
    }

    /** Null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Score> scoreProperty() {
        return score.getReadOnlyProperty();
    }

    /** Whether the reviewer set the score, rather than type and quality. */
    public ReadOnlyBooleanProperty byHandProperty() {
        return byHand.getReadOnlyProperty();
    }

    /** Empty where nothing was said; the view writes it. */
    public StringProperty commentProperty() {
        return comment;
    }

    /** Says like, neutral or dislike. */
    public void choose(FeedbackType type) {
        feedback.set(feedback.get().withType(type));
        suggest();
        chosen.run();
    }

    /** Says how good it is, 1 to 5. */
    public void chooseQuality(int quality) {
        feedback.set(feedback.get().withQuality(quality));
        suggest();
        chosen.run();
    }

    /** Sets the score by hand. */
    public void setScore(Score newScore) {
        score.set(newScore);
        byHand.set(true);
        chosen.run();
    }

    /** Moves the score by hand, from zero where there is none. */
    public void moveScore(int steps) {
        Score now = score.get();
        setScore((now == null ? Score.ZERO : now).plusSteps(steps));
    }

    /** Back from a score set by hand to the suggested one; from a suggested one to nothing said. */
    public void startOver() {
        if (!byHand.get()) {
            feedback.set(Feedback.NONE);
        }
        byHand.set(false);
        suggest();
        chosen.run();
    }

    /** Tells of every choice that the person makes; not of what is typed. */
    void onChoice(Runnable listener) {
        chosen = listener;
    }

    /** Whether something was entered since it was shown. */
    boolean isTouched() {
        return !draft(Duration.ZERO).saysTheSameAs(shown);
    }

    /** Everything as it is entered now. */
    RewardDraft draft(Duration spent) {
        return new RewardDraft(
                shown.responseId(),
                shown.rewardId(),
                feedback.get(),
                score.get(),
                byHand.get(),
                comment.get().strip(),
                spent);
    }

    /** Shows what was entered before. */
    void show(RewardDraft draft) {
        shown = draft;
        feedback.set(draft.feedback());
        byHand.set(draft.byHand());
        score.set(draft.score());
        comment.set(draft.comment());
    }

    private void suggest() {
        if (!byHand.get()) {
            score.set(feedback.get().suggestedScore().orElse(null));
        }
    }
}

package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.ReviewProgress;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;

/** Says quietly how far the reviewer is: in this session, today, and how much is left. */
final class ProgressLine {

    private final ReviewViewModel model;
    private final Label text;
    private final ProgressBar bar;
    private final Label done;

    /** @param done what is said once nothing is left */
    ProgressLine(ReviewViewModel model, Label text, ProgressBar bar, Label done) {
        this.model = model;
        this.text = text;
        this.bar = bar;
        this.done = done;
        text.setMinWidth(Label.USE_PREF_SIZE);
        model.progressProperty().subscribe(_ -> show());
        model.historyProperty().subscribe(_ -> show());
    }

    private void show() {
        Optional<ReviewProgress> now = model.progressProperty().get();
        long session = model.historyProperty().get().stream()
                .map(past -> past.decided().decision())
                .filter(decision -> decision instanceof Decision.Given || decision instanceof Decision.Changed)
                .count();
        text.setText(now.map(known -> Texts.of("review.progress", session, known.doneToday(), known.left()))
                .orElse(""));
        bar.setProgress(now.map(known -> (double) known.done() / Math.max(1, known.done() + known.left()))
                .orElse(0.0));
        bar.setAccessibleText(text.getText());
        done.setText(now.map(known -> Texts.of("review.done.text", known.doneToday(), known.done()))
                .orElse(""));
    }
}

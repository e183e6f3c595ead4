package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.control.FeedbackChoice;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.control.ScoreSlider;
import dev.rewarddesk.desktop.control.ScoreText;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.Score;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What is entered for an item: type, quality, score and comment. */
final class RewardFormView {

    private static final PseudoClass SUGGESTED = PseudoClass.getPseudoClass("suggested");
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private final ReviewViewModel model;
    private final RewardForm form;
    private final Parent root;

    @FXML
    private FeedbackChoice feedback;

    @FXML
    private HBox scoreKeys;

    @FXML
    private Label number;

    @FXML
    private Label origin;

    @FXML
    private ScoreSlider slider;

    @FXML
    private TextArea comment;

    RewardFormView(ReviewViewModel model) {
        this.model = model;
        this.form = model.form();
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    /** Puts the focus where an item is begun. */
    void begin() {
        slider.requestFocus();
    }

    /** Lets the person write a comment. */
    void writeComment() {
        comment.requestFocus();
        comment.positionCaret(comment.getLength());
    }

    /** Leaves the comment where that has the focus; answers whether it had. */
    boolean leaveComment() {
        boolean there = comment.isFocused();
        if (there) {
            begin();
        }
        return there;
    }

    @FXML
    private void initialize() {
        feedback.showKeys();
        feedback.onChosen(form::choose, form::chooseQuality);
        form.feedbackProperty().subscribe(feedback::show);
        scoreKeys.getChildren().addAll(KeyHint.cap(Shortcut.SCORE_DOWN, 0), KeyHint.cap(Shortcut.SCORE_UP, 0));
        slider.onChosen(form::setScore);
        form.scoreProperty().subscribe(_ -> showScore());
        form.byHandProperty().subscribe(_ -> showScore());
        form.feedbackProperty().subscribe(_ -> showScore());
        model.scoreMissingProperty().subscribe(_ -> showScore());
        comment.textProperty().bindBidirectional(form.commentProperty());
        comment.setPromptText(Shortcut.COMMENT.tooltip());
        comment.setAccessibleText(Texts.of("review.comment"));
        ReadingText.tabGoesOn(comment);
        ReadingText.wrapWhereThatWorks(comment);
        number.setMinWidth(Label.USE_PREF_SIZE);
    }

    private void showScore() {
        Score score = form.scoreProperty().get();
        boolean suggested = score != null && !form.byHandProperty().get();
        boolean missing = model.scoreMissingProperty().get();
        number.setText(ScoreText.of(score));
        number.pseudoClassStateChanged(SUGGESTED, suggested);
        origin.setText(missing ? Texts.of("review.score.missing") : originOf(score, suggested));
        origin.pseudoClassStateChanged(MISSING, missing);
        slider.show(score, suggested);
    }

    private String originOf(@Nullable Score score, boolean suggested) {
        if (score == null) {
            return Texts.of("review.score.none");
        }
        if (suggested) {
            return Texts.of("review.score.suggested");
        }
        Feedback feedback = form.feedbackProperty().get();
        return feedback.suggestedScore()
                .map(suggestion -> Texts.of("review.score.by-hand.instead", ScoreText.of(suggestion)))
                .orElseGet(() -> Texts.of("review.score.by-hand"));
    }
}

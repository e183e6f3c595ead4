package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.FeedbackChoice;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.control.ScoreSlider;
import dev.rewarddesk.desktop.control.ScoreText;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;

/** The form in which an own reward is changed. */
final class RewardEditView {

    private static final int FAR = 5;

    private final RewardEditViewModel model;
    private final Runnable stop;
    private final Parent root;

    @FXML
    private Label number;

    @FXML
    private ScoreSlider slider;

    @FXML
    private FeedbackChoice feedback;

    @FXML
    private TextArea comment;

    @FXML
    private Label problem;

    @FXML
    private Node inputs;

    @FXML
    private Node conflict;

    @FXML
    private Label mine;

    @FXML
    private Label other;

    @FXML
    private Button keepMine;

    @FXML
    private Button takeOther;

    @FXML
    private Button cancel;

    @FXML
    private Button save;

    /** @param stop run when the person does not want to change it after all */
    RewardEditView(RewardEditViewModel model, Runnable stop) {
        this.model = model;
        this.stop = stop;
        this.root = Fxml.load(this);
        bindKeys();
    }

    Parent root() {
        return root;
    }

    boolean shows(RewardEditViewModel form) {
        return model.equals(form);
    }

    /** Puts the focus where changing, or choosing, begins. */
    void begin() {
        Node first = model.otherProperty().get().isPresent() ? keepMine : slider;
        first.requestFocus();
    }

    @FXML
    private void initialize() {
        feedback.onChosen(model::choose, model::chooseQuality);
        model.feedbackProperty().subscribe(feedback::show);
        slider.onChosen(model::setScore);
        model.scoreProperty().subscribe(score -> {
            number.setText(ScoreText.of(score));
            slider.show(score, false);
        });
        comment.textProperty().bindBidirectional(model.commentProperty());
        comment.setPromptText(Texts.of("review.comment"));
        comment.setAccessibleText(Texts.of("review.comment"));
        ReadingText.tabGoesOn(comment);
        ReadingText.wrapWhereThatWorks(comment);
        problem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(problem);
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        Wrapping.whereSafe(mine);
        Wrapping.whereSafe(other);
        model.otherProperty().subscribe(this::showConflict);
        keepMine.setOnAction(_ -> model.keepMine());
        takeOther.setOnAction(_ -> model.takeOther());
        save.setOnAction(_ -> model.save());
        save.disableProperty().bind(model.busyProperty());
        save.setTooltip(new Tooltip(Shortcut.LIBRARY_SAVE.tooltip()));
        cancel.setOnAction(_ -> stop.run());
    }

    private void bindKeys() {
        KeyBindings.on(root)
                .bind(Shortcut.SCORE_DOWN, () -> model.moveScore(-1))
                .bind(Shortcut.SCORE_UP, () -> model.moveScore(1))
                .bind(Shortcut.SCORE_FAR_DOWN, () -> model.moveScore(-FAR))
                .bind(Shortcut.SCORE_FAR_UP, () -> model.moveScore(FAR))
                .bind(Shortcut.LIKE, () -> model.choose(FeedbackType.LIKE))
                .bind(Shortcut.NEUTRAL, () -> model.choose(FeedbackType.NEUTRAL))
                .bind(Shortcut.DISLIKE, () -> model.choose(FeedbackType.DISLIKE))
                .bindStrokes(Shortcut.QUALITY, index -> model.chooseQuality(index + 1))
                .bind(Shortcut.COMMENT, () -> {
                    comment.requestFocus();
                    comment.positionCaret(comment.getLength());
                });
        KeyBindings.on(slider).bind(Shortcut.LIBRARY_OPEN, model::save);
    }

    private void showConflict(Optional<Reward> reward) {
        conflict.setVisible(reward.isPresent());
        conflict.setManaged(reward.isPresent());
        // There is nothing to enter before one is chosen.
        inputs.setVisible(reward.isEmpty());
        inputs.setManaged(reward.isEmpty());
        save.setVisible(reward.isEmpty());
        save.setManaged(reward.isEmpty());
        reward.ifPresent(saved -> {
            mine.setText(words(
                    "library.edit.mine",
                    model.scoreProperty().get(),
                    model.feedbackProperty().get(),
                    model.commentProperty().get().strip()));
            other.setText(words("library.edit.other", saved.score(), saved.feedback(), saved.comment()));
        });
    }

    private static String words(String key, Score score, Feedback feedback, String comment) {
        return Texts.of(
                key,
                ScoreText.of(score),
                feedback.equals(Feedback.NONE) ? Texts.of("library.edit.no-feedback") : RewardText.of(feedback),
                comment.isEmpty() ? Texts.of("library.edit.no-comment") : comment);
    }
}

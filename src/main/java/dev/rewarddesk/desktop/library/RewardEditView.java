package dev.rewarddesk.desktop.library;

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
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The form in which an own reward is changed. */
final class RewardEditView {

    private static final int FAR = 5;

    private final RewardEditViewModel model;
    private final Runnable stop;
    private final Parent root;
    private final ToggleButton[] qualities =
            IntStream.rangeClosed(1, 5).mapToObj(this::qualityButton).toArray(ToggleButton[]::new);

    @FXML
    private Label number;

    @FXML
    private ScoreSlider slider;

    @FXML
    private ToggleButton like;

    @FXML
    private ToggleButton neutral;

    @FXML
    private ToggleButton dislike;

    @FXML
    private HBox quality;

    @FXML
    private TextArea comment;

    @FXML
    private Label problem;

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
    private Node buttons;

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

    /** Puts the focus where changing begins. */
    void begin() {
        slider.requestFocus();
    }

    @FXML
    private void initialize() {
        Map<ToggleButton, FeedbackType> types =
                Map.of(like, FeedbackType.LIKE, neutral, FeedbackType.NEUTRAL, dislike, FeedbackType.DISLIKE);
        types.forEach((button, type) -> button.setOnAction(_ -> {
            model.choose(type);
            // A click on what is chosen would take the mark away, not the choice.
            button.setSelected(true);
        }));
        quality.getChildren().addAll(qualities);
        model.feedbackProperty().subscribe(now -> {
            types.forEach((button, type) -> button.setSelected(type == now.type()));
            for (int i = 0; i < qualities.length; i++) {
                qualities[i].setSelected(now.quality() != null && now.quality() == i + 1);
            }
        });
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
        buttons.setVisible(reward.isEmpty());
        buttons.setManaged(reward.isEmpty());
        reward.ifPresent(saved -> {
            mine.setText(words(
                    "library.edit.mine",
                    model.scoreProperty().get(),
                    model.feedbackProperty().get(),
                    model.commentProperty().get().strip()));
            other.setText(words("library.edit.other", saved.score(), saved.feedback(), saved.comment()));
            keepMine.requestFocus();
        });
    }

    private static String words(String key, Score score, Feedback feedback, String comment) {
        return Texts.of(
                key,
                ScoreText.of(score),
                RewardText.of(feedback),
                comment.isEmpty() ? Texts.of("library.edit.no-comment") : comment);
    }

    private ToggleButton qualityButton(int stars) {
        ToggleButton button = new ToggleButton(Integer.toString(stars));
        button.setAccessibleText(Texts.of("feedback.quality", stars));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> {
            model.chooseQuality(stars);
            button.setSelected(true);
        });
        return button;
    }
}

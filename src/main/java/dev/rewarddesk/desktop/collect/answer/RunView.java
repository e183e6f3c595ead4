package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The run: how far it is, and what can be done about it. */
final class RunView {

    private final AnswerViewModel model;
    private final Parent root;

    @FXML
    private Label state;

    @FXML
    private Label note;

    @FXML
    private ProgressBar bar;

    @FXML
    private FlowPane facts;

    @FXML
    private Label failures;

    @FXML
    private Button start;

    @FXML
    private Button pause;

    @FXML
    private Button resume;

    @FXML
    private Button cancel;

    RunView(AnswerViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        start.setOnAction(_ -> model.start());
        start.disableProperty().bind(model.endpoint().busyProperty());
        pause.setOnAction(_ -> model.pauseOrResume());
        resume.setOnAction(_ -> model.pauseOrResume());
        cancel.setOnAction(_ -> model.cancel());
        KeyHint.on(start, Shortcut.ANSWER_START, 0);
        KeyHint.on(pause, Shortcut.ANSWER_PAUSE, 0);
        KeyHint.on(resume, Shortcut.ANSWER_PAUSE, 0);
        KeyHint.on(cancel, Shortcut.ANSWER_CANCEL, 0);
        Wrapping.whereSafe(note);
        Wrapping.whereSafe(failures);
        model.standProperty().subscribe(this::show);
    }

    private void show(Stand stand) {
        boolean underWay = stand.isUnderWay();
        boolean focused = start.isFocused() || pause.isFocused() || resume.isFocused() || cancel.isFocused();
        boolean paused = stand instanceof Stand.Asked asked && asked.progress().state() == State.PAUSED;
        visible(start, !underWay);
        visible(pause, stand instanceof Stand.Asked && underWay && !paused);
        visible(resume, paused);
        visible(cancel, underWay);
        switch (stand) {
            case Stand.None _ -> say(Feather.PLAY_CIRCLE, Texts.of("answer.none"), Texts.of("answer.none.text"));
            case Stand.Preparing _ -> say(Feather.LOADER, Texts.of("answer.preparing"), "");
            case Stand.Failed failed -> say(Feather.ALERT_TRIANGLE, Texts.of("answer.not-begun"), failed.reason());
            case Stand.Asked asked -> {
                State now = asked.progress().state();
                say(icon(now), Texts.of("answer.state.", now), noteOn(asked));
            }
        }
        visible(bar, stand instanceof Stand.Preparing || stand instanceof Stand.Asked);
        facts.getChildren().clear();
        failures.setText("");
        bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
        if (stand instanceof Stand.Asked asked) {
            AnswerProgress progress = asked.progress();
            bar.setProgress(ProgressWords.share(progress));
            ProgressWords.facts(progress).forEach(fact -> facts.getChildren().add(tile(fact)));
            failures.setText(ProgressWords.failures(progress));
        }
        visible(failures, !failures.getText().isEmpty());
        visible(facts, !facts.getChildren().isEmpty());
        if (focused) {
            (start.isVisible() ? start : paused ? resume : pause.isVisible() ? pause : cancel).requestFocus();
        }
    }

    private static String noteOn(Stand.Asked asked) {
        AnswerProgress progress = asked.progress();
        if (!progress.message().isEmpty()) {
            return progress.message();
        }
        return switch (progress.state()) {
            case CANCELLED -> Texts.of(asked.ended() ? "answer.cancelled" : "answer.cancelling");
            case PAUSED -> Texts.of("answer.paused");
            case RUNNING, DONE, BUDGET_USED, STOPPED -> asked.ended() ? "" : Texts.of("answer.goes-on");
        };
    }

    private static Feather icon(State state) {
        return switch (state) {
            case RUNNING -> Feather.PLAY_CIRCLE;
            case PAUSED -> Feather.PAUSE_CIRCLE;
            case DONE -> Feather.CHECK_CIRCLE;
            case CANCELLED -> Feather.X_CIRCLE;
            case BUDGET_USED -> Feather.DOLLAR_SIGN;
            case STOPPED -> Feather.ALERT_TRIANGLE;
        };
    }

    private void say(Feather icon, String title, String text) {
        state.setText(title);
        state.setGraphic(Icon.of(icon));
        note.setText(text);
        visible(note, !text.isEmpty());
    }

    private static VBox tile(ProgressWords.Fact fact) {
        Label figure = new Label(fact.figure());
        figure.getStyleClass().add("answer-figure");
        Label name = new Label(fact.name());
        name.getStyleClass().add("caption");
        VBox tile = new VBox(figure, name);
        tile.getStyleClass().add("answer-fact");
        return tile;
    }

    private static void visible(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}

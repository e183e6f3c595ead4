package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.prompt.Prompt;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.VisibleText;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.navigation.Screen;
import dev.rewarddesk.desktop.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;

/** The run that has a model answer: whom to ask about what, what would be asked, and how far it is. */
public final class AnswersPart implements Screen {

    private final AnswersViewModel model;
    private final AnswerDesk desk;
    private final BooleanProperty started = new SimpleBooleanProperty();
    private final Parent root;

    @FXML
    private FormField endpointUrl;

    @FXML
    private FormField endpointModel;

    @FXML
    private FormField endpointKey;

    @FXML
    private Label keyKept;

    @FXML
    private FormField temperature;

    @FXML
    private FormField each;

    @FXML
    private FormField concurrency;

    @FXML
    private FormField requests;

    @FXML
    private FormField tokens;

    @FXML
    private FormField length;

    @FXML
    private FormField promptPrice;

    @FXML
    private FormField answerPrice;

    @FXML
    private FormField ofCategory;

    @FXML
    private FormField ofSession;

    @FXML
    private CheckBox declinedAgain;

    @FXML
    private Label answersProblem;

    @FXML
    private Button ask;

    @FXML
    private Button look;

    @FXML
    private Label seen;

    @FXML
    private Node progress;

    @FXML
    private Label answerStage;

    @FXML
    private ProgressBar answerBar;

    @FXML
    private Label answerCounts;

    @FXML
    private Label answerReasons;

    @FXML
    private Button answerPause;

    @FXML
    private Button answerStop;

    public AnswersPart(AnswersViewModel model, AnswerDesk desk) {
        this.model = model;
        this.desk = desk;
        this.root = Fxml.load(this);
        KeyBindings.on(root)
                .bind(Shortcut.COLLECT_START, this::start)
                .bind(Shortcut.COLLECT_PAUSE, this::pauseOrGoOn)
                .bind(Shortcut.COLLECT_STOP, desk::cancel)
                .bind(Shortcut.ANSWERS_PREVIEW, model::look);
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void onShow() {
        model.load();
        focus(endpointUrl);
    }

    @FXML
    private void initialize() {
        EndpointFields fields = model.fields();
        Map.of(
                        endpointUrl, fields.url(),
                        endpointModel, fields.model(),
                        endpointKey, fields.key(),
                        temperature, fields.temperature(),
                        promptPrice, fields.promptPrice(),
                        answerPrice, fields.answerPrice())
                .forEach(AnswersPart::connect);
        Map.of(
                        each, fields.each(),
                        concurrency, fields.concurrency(),
                        requests, fields.requests(),
                        tokens, fields.tokens(),
                        length, fields.length())
                .forEach((field, number) -> connect(field, number.entry()));
        Map.of(ofCategory, model.categoryProperty(), ofSession, model.sessionProperty())
                .forEach((field, text) -> {
                    if (field.getInput() instanceof TextInputControl input) {
                        input.textProperty().bindBidirectional(text);
                    }
                });
        declinedAgain.selectedProperty().bindBidirectional(model.declinedAgainProperty());
        keyKept.textProperty()
                .bind(model.keyKeptProperty().map(kept -> Texts.of(kept ? "answers.key.kept" : "answers.key.none")));
        answersProblem.textProperty().bind(model.problemProperty());
        for (Label label : List.of(answersProblem, answerReasons, seen)) {
            Wrapping.whereSafe(label);
            label.visibleProperty().bind(label.textProperty().isNotEmpty());
            label.managedProperty().bind(label.visibleProperty());
        }
        ask.setOnAction(_ -> start());
        ask.setTooltip(new Tooltip(Shortcut.COLLECT_START.tooltip()));
        ask.disableProperty().bind(desk.busyProperty());
        look.setOnAction(_ -> model.look());
        look.setTooltip(new Tooltip(Shortcut.ANSWERS_PREVIEW.tooltip()));
        look.disableProperty().bind(model.previewingProperty());
        model.previewProperty()
                .subscribe(now -> seen.setText(now.map(AnswersPart::words).orElse("")));
        answerPause.setOnAction(_ -> pauseOrGoOn());
        answerStop.setOnAction(_ -> desk.cancel());
        for (Node button : List.of(answerPause, answerStop)) {
            button.visibleProperty().bind(desk.busyProperty());
            button.managedProperty().bind(button.visibleProperty());
        }
        progress.visibleProperty().bind(started);
        progress.managedProperty().bind(started);
        desk.progressProperty().subscribe(now -> now.ifPresent(this::show));
    }

    private void start() {
        model.start();
        // What is wrong is said at once, what the vault or the workspace say later.
        List<TextEntry> entries = model.fields().all();
        List<FormField> shown = List.of(
                endpointUrl,
                endpointModel,
                endpointKey,
                temperature,
                each,
                concurrency,
                requests,
                tokens,
                length,
                promptPrice,
                answerPrice);
        for (int i = 0; i < entries.size(); i++) {
            if (!entries.get(i).errorProperty().get().isEmpty()) {
                focus(shown.get(i));
                return;
            }
        }
    }

    private void pauseOrGoOn() {
        if (desk.progressProperty()
                .get()
                .filter(now -> now.state() == State.PAUSED)
                .isPresent()) {
            desk.goOn();
        } else {
            desk.pause();
        }
    }

    private void show(AnswerProgress now) {
        started.set(true);
        answerStage.setText(Texts.of("answers.state.", now.state()));
        answerPause.setText(Texts.of(now.state() == State.PAUSED ? "collect.go-on" : "collect.pause"));
        answerBar.setProgress(
                now.total() == 0
                        ? (now.state() == State.RUNNING ? ProgressBar.INDETERMINATE_PROGRESS : 1)
                        : (double) (now.total() - now.waiting()) / now.total());
        answerCounts.setText(counts(now));
        answerReasons.setText(reasons(now));
    }

    private static String counts(AnswerProgress now) {
        List<String> parts = new ArrayList<>(List.of(
                Texts.of("answers.count.done", now.total() - now.waiting(), now.total(), now.images()),
                Texts.of("answers.count.new", now.answered()),
                Texts.of("answers.count.known", now.known()),
                Texts.of("answers.count.declined", now.declined()),
                Texts.of("answers.count.spent", now.requests(), now.tokens())));
        now.cost().ifPresent(cost -> parts.add(Texts.of("answers.count.cost", cost.toPlainString())));
        if (now.truncated() > 0) {
            parts.add(Texts.of("answers.count.truncated", now.truncated()));
        }
        if (now.withoutPrompt() > 0) {
            parts.add(Texts.of("answers.count.without", now.withoutPrompt()));
        }
        now.left().ifPresent(left -> parts.add(Texts.of("collect.left", RunWords.duration(left))));
        return String.join(" · ", parts);
    }

    private static String reasons(AnswerProgress now) {
        String failed = now.failed().entrySet().stream()
                .map(each -> Texts.of(
                        "answers.failed",
                        each.getValue(),
                        VisibleText.of(String.valueOf(now.reasons().getOrDefault(each.getKey(), each.getKey())))))
                .collect(Collectors.joining("\n"));
        return (now.message() + "\n" + failed).strip();
    }

    private static String words(AnswersViewModel.Preview preview) {
        if (preview.images() == 0) {
            return Texts.of("answers.preview.none");
        }
        if (preview.prompts().isEmpty()) {
            return Texts.of("answers.preview.nothing", preview.images());
        }
        return Texts.of("answers.preview", preview.images()) + "\n\n"
                + preview.prompts().stream().map(AnswersPart::words).collect(Collectors.joining("\n\n"));
    }

    // A page may have put anything into it.
    private static String words(Prompt prompt) {
        return Optional.of(prompt.system())
                        .filter(system -> !system.isEmpty())
                        .map(system -> Texts.of("answers.preview.system", VisibleText.of(system)) + "\n")
                        .orElse("")
                + VisibleText.of(prompt.text());
    }

    private static void focus(FormField field) {
        Node input = field.getInput();
        if (input != null) {
            input.requestFocus();
        }
    }

    private static void connect(FormField field, TextEntry entry) {
        if (field.getInput() instanceof TextInputControl input) {
            input.textProperty().bindBidirectional(entry.textProperty());
        }
        entry.errorProperty().subscribe(field.errorProperty()::set);
    }
}

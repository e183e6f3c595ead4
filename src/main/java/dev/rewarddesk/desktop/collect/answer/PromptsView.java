package dev.rewarddesk.desktop.collect.answer;

import dev.rewarddesk.collect.prompt.PageContext;
import dev.rewarddesk.collect.prompt.Prompt;
import dev.rewarddesk.desktop.collect.answer.PromptsViewModel.Shown;
import dev.rewarddesk.desktop.control.FlowingText;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The choice of images, and the prompts as they would be sent. */
final class PromptsView {

    private final PromptsViewModel model;
    private final Parent root;

    @FXML
    private ComboBox<RunChoice> session;

    @FXML
    private FormField categoryField;

    @FXML
    private TextField category;

    @FXML
    private CheckBox declinedAgain;

    @FXML
    private Button preview;

    @FXML
    private HBox moving;

    @FXML
    private Label which;

    @FXML
    private Button previous;

    @FXML
    private Button next;

    @FXML
    private Label context;

    @FXML
    private VBox prompts;

    @FXML
    private Label problem;

    PromptsView(PromptsViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        session.setItems(model.sessions());
        session.valueProperty().bindBidirectional(model.sessionProperty());
        session.setConverter(new Sessions());
        category.textProperty().bindBidirectional(model.category().textProperty());
        model.category().errorProperty().subscribe(categoryField.errorProperty()::set);
        declinedAgain.selectedProperty().bindBidirectional(model.declinedAgainProperty());
        preview.setOnAction(_ -> model.preview());
        preview.disableProperty().bind(model.busyProperty());
        preview.textProperty()
                .bind(model.busyProperty().map(busy -> Texts.of(busy ? "prompts.looking" : "prompts.preview")));
        previous.setOnAction(_ -> model.move(-1));
        next.setOnAction(_ -> model.move(1));
        Wrapping.whereSafe(context);
        problem.textProperty().bind(model.problemProperty());
        whileFilled(problem);
        whileFilled(context);
        moving.managedProperty().bind(moving.visibleProperty());
        model.shownProperty().subscribe(this::show);
        KeyHint.on(preview, Shortcut.ANSWER_PREVIEW, 0);
    }

    private void show(Optional<Shown> now) {
        moving.setVisible(now.isPresent());
        prompts.getChildren().clear();
        context.setText("");
        now.ifPresent(shown -> {
            which.setText(
                    shown.images() == 0
                            ? Texts.of("prompts.no-images")
                            : Texts.of("prompts.which", shown.at() + 1, shown.images()));
            previous.setVisible(shown.images() > 1);
            next.setVisible(shown.images() > 1);
            context.setText(about(shown.context()));
            if (shown.images() > 0 && shown.preview().prompts().isEmpty()) {
                Label nothing = new Label(Texts.of("prompts.nothing"));
                nothing.setWrapText(true);
                prompts.getChildren().add(nothing);
            }
            shown.preview().prompts().forEach(prompt -> prompts.getChildren().add(box(prompt)));
        });
        prompts.setManaged(!prompts.getChildren().isEmpty());
    }

    private static Node box(Prompt prompt) {
        Label name = new Label(prompt.template());
        name.getStyleClass().add("form-name");
        VBox box = new VBox(4, name, text(prompt.text()));
        box.getStyleClass().add("answer-prompt");
        if (!prompt.system().isEmpty()) {
            Label told = new Label(Texts.of("prompts.system"));
            told.getStyleClass().add("caption");
            box.getChildren().addAll(told, text(prompt.system()));
        }
        return box;
    }

    // What pages say may hold anything, so that a label could not show it.
    private static Node text(String words) {
        return new FlowingText(List.of(new FlowingText.Run(words, List.of("markdown-text"), Optional.empty())));
    }

    private static String about(PageContext context) {
        return Stream.of(
                        line("prompts.category", context.category()),
                        line("prompts.alt", context.altText()),
                        line("prompts.caption", context.caption()),
                        line("prompts.page", context.title()),
                        line("prompts.url", context.url()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> line(String key, @Nullable String value) {
        return value == null || value.isBlank()
                ? Optional.empty()
                : Optional.of(Texts.of(key, value.strip().replaceAll("\\s+", " ")));
    }

    private static void whileFilled(Label label) {
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    /** Runs by when they began and where. */
    private static final class Sessions extends StringConverter<RunChoice> {

        @Override
        public String toString(@Nullable RunChoice choice) {
            return (choice == null ? RunChoice.ALL : choice)
                    .run()
                    .map(run -> Texts.of(
                            "prompts.session",
                            Texts.moment(run.startedAt()),
                            run.urls().getFirst()))
                    .orElse(Texts.of("prompts.all-sessions"));
        }

        @Override
        public RunChoice fromString(String text) {
            return RunChoice.ALL;
        }
    }
}

package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.KeyHint;
import dev.rewarddesk.desktop.control.ReadingText;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.markdown.MarkdownView;
import dev.rewarddesk.desktop.text.Texts;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/** How reviewing works: a form for leads, with the guidelines as reviewers will see them beside what is typed. */
final class ReviewRulesView {

    // The preview need not follow every letter of somebody who types.
    private static final Duration PREVIEW_AFTER = Duration.millis(200);

    private final ReviewRulesViewModel model;
    private final MarkdownView preview;
    private final Parent root;

    @FXML
    private FormField overlapField;

    @FXML
    private FormField leaseField;

    @FXML
    private FormField guidelinesField;

    @FXML
    private TextField overlap;

    @FXML
    private TextField lease;

    @FXML
    private TextArea guidelines;

    @FXML
    private ScrollPane previewScroll;

    @FXML
    private Label previewTitle;

    @FXML
    private Label previewEmpty;

    @FXML
    private HBox conflict;

    @FXML
    private Label conflictText;

    @FXML
    private Button takeTheirs;

    @FXML
    private Button keepMine;

    @FXML
    private Label problem;

    @FXML
    private HBox saving;

    @FXML
    private Label unsaved;

    @FXML
    private Button discard;

    @FXML
    private Button save;

    /** @param open opens an address of the web */
    ReviewRulesView(ReviewRulesViewModel model, Consumer<URI> open) {
        this.model = model;
        this.preview = new MarkdownView(open);
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        bind(overlap, overlapField, model.overlap());
        bind(lease, leaseField, model.lease());
        ReadingText.wrapWhereThatWorks(guidelines);
        ReadingText.tabGoesOn(guidelines);
        bind(guidelines, guidelinesField, model.guidelines());
        previewScroll.setContent(preview);
        PauseTransition pause = new PauseTransition(PREVIEW_AFTER);
        pause.setOnFinished(_ -> showPreview());
        model.guidelines().textProperty().subscribe((_, _) -> pause.playFromStart());
        model.theirGuidelinesProperty().subscribe(this::showPreview);
        conflictText.textProperty().bind(model.conflictProperty());
        problem.textProperty().bind(model.problemProperty());
        conflict.visibleProperty().bind(conflictText.textProperty().isNotEmpty());
        problem.visibleProperty().bind(problem.textProperty().isNotEmpty());
        saving.visibleProperty().bind(model.savingProperty());
        unsaved.visibleProperty()
                .bind(model.changedProperty().and(model.savingProperty().not()));
        for (Node part : new Node[] {conflict, problem, saving, unsaved}) {
            part.managedProperty().bind(part.visibleProperty());
        }
        // Not disabled: the focus would wander off.
        for (TextInputControl input : List.of(overlap, lease, guidelines)) {
            input.editableProperty().bind(model.savingProperty().not());
        }
        KeyHint.on(save, Shortcut.SAVE, 0);
        save.setOnAction(_ -> model.save());
        discard.setOnAction(_ -> model.discard());
        takeTheirs.setOnAction(_ -> model.discard());
        keepMine.setOnAction(_ -> {
            model.keepMine();
            save.requestFocus();
        });
    }

    private void showPreview() {
        Optional<String> theirs = model.theirGuidelinesProperty().get();
        String text = theirs.orElse(model.guidelines().textProperty().get());
        previewTitle.setText(
                Texts.of(theirs.isPresent() ? "settings.guidelines.theirs" : "settings.guidelines.preview"));
        double at = previewScroll.getVvalue();
        preview.show(text);
        previewScroll.layout();
        previewScroll.setVvalue(at);
        previewEmpty.setVisible(text.isBlank());
        guidelines.setPromptText(Texts.of("settings.guidelines.prompt"));
    }

    private static void bind(TextInputControl input, FormField field, TextEntry entry) {
        input.textProperty().bindBidirectional(entry.textProperty());
        entry.errorProperty().subscribe(field.errorProperty()::set);
    }
}

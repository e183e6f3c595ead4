package dev.rewarddesk.desktop.checkpoints;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.task.LoadState;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.ActivationCase;
import dev.rewarddesk.model.Checkpoint;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The question before another checkpoint becomes the active one. */
final class ActivationView {

    private final ActivationViewModel model;
    private final Parent content;

    @FXML
    private Label from;

    @FXML
    private Label to;

    @FXML
    private Label looking;

    @FXML
    private GridPane evidence;

    @FXML
    private VBox warnings;

    @FXML
    private VBox warningLines;

    @FXML
    private CheckBox override;

    @FXML
    private TextField reason;

    @FXML
    private CheckBox later;

    @FXML
    private VBox due;

    @FXML
    private DatePicker day;

    @FXML
    private TextField time;

    @FXML
    private Label zone;

    @FXML
    private Label hint;

    @FXML
    private Label problem;

    private ActivationView(ActivationViewModel model) {
        this.model = model;
        this.content = Fxml.load(this);
    }

    /** Opens the question as a card. */
    static void openOn(Overlay overlay, ActivationViewModel model) {
        ActivationView view = new ActivationView(model);
        Card card = new Card(Texts.of("checkpoints.activate.title", model.target()), view.content);
        card.getStyleClass().add("activation-card");
        card.button(Texts.of("cancel"), overlay::close);
        Button yes = card.button("", model::confirm, Styles.ACCENT);
        yes.textProperty()
                .bind(model.laterProperty()
                        .map(later -> Texts.of(later ? "checkpoints.schedule.yes" : "checkpoints.activate")));
        yes.setDefaultButton(true);
        yes.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.busyProperty().get()
                                || !model.missingProperty().get().isEmpty(),
                        model.busyProperty(),
                        model.missingProperty()));
        model.doneProperty().subscribe(done -> {
            if (done) {
                overlay.close();
            }
        });
        overlay.open(card, view.reason);
    }

    @FXML
    private void initialize() {
        from.textProperty().bind(model.fromProperty());
        to.setText(model.target());
        reason.textProperty().bindBidirectional(model.reasonProperty());
        override.selectedProperty().bindBidirectional(model.overrideProperty());
        later.selectedProperty().bindBidirectional(model.laterProperty());
        day.valueProperty().bindBidirectional(model.due().dayProperty());
        time.textProperty().bindBidirectional(model.due().timeProperty());
        model.due().dayProperty().subscribe(_ -> zone.setText(model.due().zone()));
        model.due().timeProperty().subscribe(_ -> zone.setText(model.due().zone()));
        showWhile(due, model.laterProperty());
        showWhile(looking, model.caseStateProperty().map(state -> state == LoadState.LOADING));
        hint.textProperty().bind(model.missingProperty());
        showWhileFilled(hint);
        problem.textProperty().bind(model.problemProperty());
        showWhileFilled(problem);
        model.caseProperty().subscribe(this::show);
    }

    private void show(Optional<ActivationCase> found) {
        evidence.getChildren().clear();
        warningLines.getChildren().clear();
        found.ifPresent(activation -> {
            Checkpoint former = activation.from();
            if (former != null && activation.previous() != null) {
                line(former.version(), EvidenceLine.of(activation.previous()));
            }
            line(activation.to().version(), EvidenceLine.of(activation.evidence()));
            if (former != null) {
                line(Texts.of("checkpoints.activate.difference"), EvidenceLine.of(activation.difference()));
            }
            activation.warnings().forEach(warning -> warningLines.getChildren().add(warningLine(warning)));
        });
        boolean warned = !warningLines.getChildren().isEmpty();
        warnings.setVisible(warned);
        warnings.setManaged(warned);
        boolean known = !evidence.getChildren().isEmpty();
        evidence.setVisible(known);
        evidence.setManaged(known);
    }

    private void line(String name, String words) {
        Label first = new Label(name);
        first.getStyleClass().add("activation-case-name");
        Label second = new Label(words);
        Wrapping.whereSafe(second);
        evidence.addRow(evidence.getRowCount(), first, second);
    }

    private static Label warningLine(ActivationCase.Warning warning) {
        Label label = new Label("• " + warning.message());
        Wrapping.whereSafe(label);
        return label;
    }

    static void showWhileFilled(Label label) {
        Wrapping.whereSafe(label);
        showWhile(label, label.textProperty().isNotEmpty());
    }

    private static void showWhile(Node node, ObservableValue<Boolean> condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(node.visibleProperty());
    }
}

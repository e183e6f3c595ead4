package dev.rewarddesk.desktop.checkpoints;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Activation;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The question before another checkpoint becomes the active one. */
final class ActivationView {

    private final ActivationViewModel model;
    private final Parent content;

    @FXML
    private Label from;

    @FXML
    private Label to;

    @FXML
    private TextField reason;

    @FXML
    private Label problem;

    private ActivationView(ActivationViewModel model) {
        this.model = model;
        this.content = Fxml.load(this);
    }

    /** Opens the question as a card. */
    static void openOn(Overlay overlay, ActivationViewModel model) {
        ActivationView view = new ActivationView(model);
        boolean back = model.kind() == Activation.Kind.ROLLBACK;
        Card card = new Card(
                Texts.of(back ? "checkpoints.rollback.title" : "checkpoints.activate.title", model.target()),
                view.content);
        card.button(Texts.of("cancel"), overlay::close);
        Button yes = card.button(
                Texts.of(back ? "checkpoints.rollback" : "checkpoints.activate"), model::confirm, Styles.ACCENT);
        yes.setDefaultButton(true);
        yes.disableProperty().bind(model.busyProperty());
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
        problem.textProperty().bind(model.problemProperty());
        showWhileFilled(problem);
    }

    static void showWhileFilled(Label label) {
        Node node = label;
        Wrapping.whereSafe(label);
        node.visibleProperty().bind(label.textProperty().isNotEmpty());
        node.managedProperty().bind(node.visibleProperty());
    }
}

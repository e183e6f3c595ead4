package dev.rewarddesk.desktop.checkpoints;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The question before the formerly active checkpoint becomes the active one again. */
final class RollbackView {

    private final RollbackViewModel model;
    private final Parent content;

    @FXML
    private Label from;

    @FXML
    private Label to;

    @FXML
    private TextField reason;

    @FXML
    private Label problem;

    private RollbackView(RollbackViewModel model) {
        this.model = model;
        this.content = Fxml.load(this);
    }

    /** Opens the question as a card. */
    static void openOn(Overlay overlay, RollbackViewModel model) {
        RollbackView view = new RollbackView(model);
        Card card = new Card(Texts.of("checkpoints.rollback.title", model.target()), view.content);
        card.button(Texts.of("cancel"), overlay::close);
        Button yes = card.button(Texts.of("checkpoints.rollback"), model::confirm, Styles.ACCENT);
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
        ActivationView.showWhileFilled(problem);
    }
}

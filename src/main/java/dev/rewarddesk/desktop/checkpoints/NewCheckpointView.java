package dev.rewarddesk.desktop.checkpoints;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.form.TextEntry;
import dev.rewarddesk.desktop.text.Texts;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The form for a new checkpoint. */
final class NewCheckpointView {

    private final NewCheckpointViewModel model;
    private final Parent content;

    @FXML
    private FormField versionField;

    @FXML
    private FormField storageKeyField;

    @FXML
    private FormField epochField;

    @FXML
    private FormField avgRewardField;

    @FXML
    private TextField version;

    @FXML
    private TextField storageKey;

    @FXML
    private TextField epoch;

    @FXML
    private TextField avgReward;

    @FXML
    private Label problem;

    private NewCheckpointView(NewCheckpointViewModel model) {
        this.model = model;
        this.content = Fxml.load(this);
    }

    /** Opens the form as a card. */
    static void openOn(Overlay overlay, NewCheckpointViewModel model) {
        NewCheckpointView view = new NewCheckpointView(model);
        Card card = new Card(Texts.of("checkpoints.new.title"), view.content);
        card.button(Texts.of("cancel"), overlay::close);
        Button create = card.button(Texts.of("checkpoints.new.create"), model::submit, Styles.ACCENT);
        create.setDefaultButton(true);
        create.disableProperty().bind(model.busyProperty());
        model.doneProperty().subscribe(done -> {
            if (done) {
                overlay.close();
            }
        });
        overlay.open(card, view.version);
    }

    @FXML
    private void initialize() {
        bind(version, versionField, model.version());
        bind(storageKey, storageKeyField, model.storageKey());
        bind(epoch, epochField, model.epoch());
        bind(avgReward, avgRewardField, model.avgReward());
        problem.textProperty().bind(model.problemProperty());
        ActivationView.showWhileFilled(problem);
    }

    private static void bind(TextField input, FormField field, TextEntry entry) {
        input.textProperty().bindBidirectional(entry.textProperty());
        entry.errorProperty().subscribe(field.errorProperty()::set);
    }
}

package dev.rewarddesk.desktop.settings;

import dev.rewarddesk.desktop.control.FormField;
import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.form.TextEntry;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/** The settings' section of the guard rails; only leads see it. */
final class GuardRailsView {

    private final GuardRailsViewModel model;
    private final Parent root;

    @FXML
    private FormField rewardsField;

    @FXML
    private TextField rewards;

    @FXML
    private FormField reviewersField;

    @FXML
    private TextField reviewers;

    @FXML
    private FormField worseByField;

    @FXML
    private TextField worseBy;

    @FXML
    private FormField daysField;

    @FXML
    private TextField days;

    @FXML
    private Label railsProblem;

    @FXML
    private HBox railsConflict;

    @FXML
    private Label railsConflictText;

    @FXML
    private Label railsUnsaved;

    @FXML
    private Button takeTheirRails;

    @FXML
    private Button keepMyRails;

    @FXML
    private Button discardRails;

    @FXML
    private Button saveRails;

    GuardRailsView(GuardRailsViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        bind(rewardsField, rewards, model.rewards());
        bind(reviewersField, reviewers, model.reviewers());
        bind(worseByField, worseBy, model.worseBy());
        bind(daysField, days, model.days());
        railsProblem.textProperty().bind(model.problemProperty());
        Wrapping.whereSafe(railsProblem);
        railsConflictText.textProperty().bind(model.conflictProperty());
        railsProblem.visibleProperty().bind(railsProblem.textProperty().isNotEmpty());
        railsConflict.visibleProperty().bind(railsConflictText.textProperty().isNotEmpty());
        railsUnsaved
                .visibleProperty()
                .bind(model.changedProperty().and(model.busyProperty().not()));
        discardRails.disableProperty().bind(saveRails.disableProperty());
        for (Node part : List.of(railsProblem, railsConflict, railsUnsaved)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        saveRails
                .disableProperty()
                .bind(model.busyProperty().or(model.changedProperty().not()));
        saveRails.setOnAction(_ -> model.save());
        discardRails.setOnAction(_ -> model.discard());
        takeTheirRails.setOnAction(_ -> model.discard());
        keepMyRails.setOnAction(_ -> {
            model.keepMine();
            saveRails.requestFocus();
        });
    }

    private void bind(FormField field, TextField input, TextEntry entry) {
        input.textProperty().bindBidirectional(entry.textProperty());
        entry.errorProperty().subscribe(field.errorProperty()::set);
        input.setOnAction(_ -> model.save());
    }
}

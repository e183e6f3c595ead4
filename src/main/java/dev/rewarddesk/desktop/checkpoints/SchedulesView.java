package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.control.Fxml;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Schedule;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** Activations at a set time, those that are over included. */
final class SchedulesView {

    private final CheckpointsViewModel model;
    private final Parent root;

    @FXML
    private ListView<Schedule> schedules;

    @FXML
    private Button cancelSchedule;

    SchedulesView(CheckpointsViewModel model) {
        this.model = model;
        this.root = Fxml.load(this);
    }

    Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        schedules.setItems(model.schedules());
        schedules.setCellFactory(_ -> new ScheduleCell());
        Label none = new Label(Texts.of("checkpoints.schedule.empty"));
        none.setWrapText(true);
        none.getStyleClass().add("empty-text");
        schedules.setPlaceholder(none);
        cancelSchedule.setOnAction(_ -> {
            Schedule chosen = schedules.getSelectionModel().getSelectedItem();
            if (chosen != null) {
                model.cancel(chosen);
            }
        });
        cancelSchedule
                .disableProperty()
                .bind(schedules
                        .getSelectionModel()
                        .selectedItemProperty()
                        .map(chosen -> chosen.state() != Schedule.State.WAITING
                                || !model.maySteer().getValue())
                        .orElse(true));
    }
}

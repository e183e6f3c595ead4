package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Schedule;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One activation at a set time: what, when, who, why, and how it came out. */
final class ScheduleCell extends WrappingCell<Schedule> {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final Label what = new Label();
    private final Label when = new Label();
    private final Label reason = new Label();
    private final Label outcome = new Label();
    private final StackPane icon = new StackPane();
    private final HBox row;

    ScheduleCell() {
        getStyleClass().add("activation-cell");
        what.getStyleClass().add("activation-versions");
        when.getStyleClass().add("activation-actor");
        outcome.getStyleClass().add("schedule-outcome");
        outcome.managedProperty().bind(outcome.visibleProperty());
        for (Label label : new Label[] {what, when, reason, outcome}) {
            Wrapping.whereSafe(label);
        }
        icon.getStyleClass().add("activation-icon");
        VBox words = new VBox(2, what, when, reason, outcome);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(12, icon, words);
    }

    @Override
    protected void updateItem(@Nullable Schedule schedule, boolean none) {
        super.updateItem(schedule, none);
        if (none || schedule == null) {
            setGraphic(null);
            return;
        }
        what.setText(Texts.of(
                "checkpoints.schedule.what",
                schedule.checkpointVersion(),
                Texts.of("checkpoints.schedule.state.", schedule.state())));
        when.setText(Texts.of("checkpoints.schedule.when", Texts.moment(schedule.dueAt()), schedule.actorName()));
        reason.setText(
                schedule.override()
                        ? Texts.of("checkpoints.schedule.reason.override", schedule.reason())
                        : Texts.of("checkpoints.history.reason", schedule.reason()));
        outcome.setText(schedule.outcome());
        outcome.setVisible(!schedule.outcome().isEmpty());
        pseudoClassStateChanged(FAILED, schedule.state() == Schedule.State.FAILED);
        icon.getChildren()
                .setAll(Icon.of(
                        switch (schedule.state()) {
                            case WAITING -> Feather.CLOCK;
                            case DONE -> Feather.CHECK;
                            case CANCELLED -> Feather.SLASH;
                            case FAILED -> Feather.ALERT_TRIANGLE;
                        }));
        show(row);
    }
}

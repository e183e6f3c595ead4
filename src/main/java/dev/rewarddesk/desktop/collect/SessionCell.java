package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import java.time.Duration;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A run in two lines. */
final class SessionCell extends WrappingCell<CollectReport> {

    private final Label where = new Label();
    private final Label when = new Label();
    private final Label state = new Label();
    private final Label brought = new Label();
    private final HBox row;

    SessionCell() {
        where.getStyleClass().add("member-name");
        when.getStyleClass().add("caption");
        state.getStyleClass().add("pill");
        state.setMinWidth(Region.USE_PREF_SIZE);
        brought.getStyleClass().add("caption");
        brought.setMinWidth(Region.USE_PREF_SIZE);
        VBox left = new VBox(2, where, when);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        VBox right = new VBox(4, state, brought);
        right.setAlignment(Pos.CENTER_RIGHT);
        row = new HBox(12, left, right);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("member-row");
    }

    @Override
    protected void updateItem(@Nullable CollectReport report, boolean none) {
        super.updateItem(report, none);
        if (none || report == null) {
            setGraphic(null);
            return;
        }
        where.setText(String.join(", ", report.urls()));
        when.setText(Texts.of(
                report.dryRun() ? "collect.when.dry" : "collect.when",
                Texts.moment(report.startedAt()),
                RunWords.duration(Duration.ofMillis((long) (report.seconds() * 1000)))));
        state.setText(RunWords.state(report.state()));
        brought.setText(Texts.of("collect.brought", report.images().created()));
        setAccessibleText(String.join(". ", where.getText(), when.getText(), state.getText(), brought.getText()));
        show(row);
    }
}

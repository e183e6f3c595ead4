package dev.rewarddesk.desktop.welcome;

import dev.rewarddesk.collect.ImportReport;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line that was not imported: its place and the reason. */
final class ProblemCell extends WrappingCell<ImportReport.Problem> {

    private final Label place = new Label();
    private final Label reason = new Label();
    private final VBox row = new VBox(2, place, reason);

    ProblemCell() {
        place.getStyleClass().add("code");
        Wrapping.whereSafe(reason);
        reason.getStyleClass().add("muted");
    }

    @Override
    protected void updateItem(ImportReport.@Nullable Problem problem, boolean none) {
        super.updateItem(problem, none);
        if (none || problem == null) {
            setGraphic(null);
            return;
        }
        place.setText(
                problem.line() == 0
                        ? problem.file()
                        : Texts.of("welcome.problem.place", problem.file(), String.valueOf(problem.line())));
        reason.setText(problem.reason());
        show(row);
    }
}

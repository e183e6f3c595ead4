package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.chart.Figures;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.EvidenceSummary;
import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One entry of the record: from which to which, who, when and why. */
final class ActivationCell extends WrappingCell<Activation> {

    private final Label versions = new Label();
    private final Label actor = new Label();
    private final Label reason = new Label();
    private final Label evidence = new Label();
    private final Label overridden = new Label("", Icon.of(Feather.ALERT_TRIANGLE));
    private final StackPane icon = new StackPane();
    private final HBox row;

    ActivationCell() {
        getStyleClass().add("activation-cell");
        versions.getStyleClass().add("activation-versions");
        actor.getStyleClass().add("activation-actor");
        reason.getStyleClass().add("activation-reason");
        reason.managedProperty().bind(reason.visibleProperty());
        evidence.getStyleClass().add("activation-actor");
        evidence.managedProperty().bind(evidence.visibleProperty());
        overridden.getStyleClass().add("overridden");
        overridden.managedProperty().bind(overridden.visibleProperty());
        for (Label label : new Label[] {versions, actor, reason, evidence}) {
            Wrapping.whereSafe(label);
        }
        icon.getStyleClass().add("activation-icon");
        VBox words = new VBox(2, versions, actor, reason, overridden, evidence);
        HBox.setHgrow(words, Priority.ALWAYS);
        row = new HBox(12, icon, words);
    }

    @Override
    protected void updateItem(@Nullable Activation activation, boolean none) {
        super.updateItem(activation, none);
        if (none || activation == null) {
            setGraphic(null);
            return;
        }
        String former = Objects.requireNonNullElse(activation.previousVersion(), Texts.of("checkpoints.none"));
        versions.setText(Texts.of("checkpoints.history.versions", former, activation.version()));
        actor.setText(
                Texts.of(words(activation.kind()), activation.actorName(), Texts.moment(activation.activatedAt())));
        reason.setText(Texts.of("checkpoints.history.reason", activation.reason()));
        reason.setVisible(!activation.reason().isEmpty());
        overridden.setVisible(activation.overridden());
        overridden.setText(Texts.of(
                activation.kind() == Activation.Kind.ROLLBACK
                        ? "checkpoints.history.against"
                        : "checkpoints.history.overridden"));
        showEvidence(activation.evidence());
        icon.getChildren()
                .setAll(Icon.of(
                        switch (activation.kind()) {
                            case ACTIVATE -> Feather.ARROW_UP;
                            case ROLLBACK -> Feather.CORNER_UP_LEFT;
                            case SCHEDULED -> Feather.CLOCK;
                        }));
        show(row);
    }

    private void showEvidence(@Nullable EvidenceSummary known) {
        evidence.setVisible(known != null);
        if (known == null) {
            setTooltip(null);
            return;
        }
        evidence.setText(Texts.of("checkpoints.history.evidence", EvidenceLine.of(known)));
        setTooltip(new Tooltip(Texts.of(
                "checkpoints.history.evidence.more",
                Figures.share(known.positive(), known.rewards()),
                Figures.share(known.neutral(), known.rewards()),
                Figures.share(known.negative(), known.rewards()),
                known.lastAt() == null ? Texts.of("score.none") : Texts.moment(known.lastAt()))));
    }

    private static String words(Activation.Kind kind) {
        return switch (kind) {
            case ACTIVATE -> "checkpoints.history.activate";
            case ROLLBACK -> "checkpoints.history.rollback";
            case SCHEDULED -> "checkpoints.history.scheduled";
        };
    }
}

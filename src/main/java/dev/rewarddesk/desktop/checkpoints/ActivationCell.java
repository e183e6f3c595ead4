package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Activation;
import java.util.Objects;
import javafx.scene.control.Label;
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
    private final StackPane icon = new StackPane();
    private final HBox row;

    ActivationCell() {
        getStyleClass().add("activation-cell");
        versions.getStyleClass().add("activation-versions");
        actor.getStyleClass().add("activation-actor");
        reason.getStyleClass().add("activation-reason");
        reason.managedProperty().bind(reason.visibleProperty());
        for (Label label : new Label[] {versions, actor, reason}) {
            Wrapping.whereSafe(label);
        }
        icon.getStyleClass().add("activation-icon");
        VBox words = new VBox(2, versions, actor, reason);
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
        boolean back = activation.kind() == Activation.Kind.ROLLBACK;
        String former = Objects.requireNonNullElse(activation.previousVersion(), Texts.of("checkpoints.none"));
        versions.setText(Texts.of("checkpoints.history.versions", former, activation.version()));
        actor.setText(Texts.of(
                back ? "checkpoints.history.rollback" : "checkpoints.history.activate",
                activation.actorName(),
                Texts.moment(activation.activatedAt())));
        reason.setText(Texts.of("checkpoints.history.reason", activation.reason()));
        reason.setVisible(!activation.reason().isEmpty());
        icon.getChildren().setAll(Icon.of(back ? Feather.CORNER_UP_LEFT : Feather.ARROW_UP));
        show(row);
    }
}

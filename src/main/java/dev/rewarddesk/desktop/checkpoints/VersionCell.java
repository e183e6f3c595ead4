package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.model.Checkpoint;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The version, strong where it is the active one; where its weights are is in the tooltip. */
final class VersionCell extends TableCell<Checkpoint, Checkpoint> {

    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    VersionCell() {
        getStyleClass().add("version-cell");
    }

    @Override
    protected void updateItem(@Nullable Checkpoint checkpoint, boolean none) {
        super.updateItem(checkpoint, none);
        if (none || checkpoint == null) {
            setText(null);
            setTooltip(null);
            pseudoClassStateChanged(ACTIVE, false);
            return;
        }
        setText(checkpoint.version());
        setTooltip(new Tooltip(checkpoint.storageKey()));
        pseudoClassStateChanged(ACTIVE, checkpoint.active());
    }
}

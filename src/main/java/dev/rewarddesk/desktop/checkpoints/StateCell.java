package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.text.Texts;
import dev.rewarddesk.model.Checkpoint;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Says of the active checkpoint that it is: by word, icon and colour. */
final class StateCell extends TableCell<Checkpoint, Boolean> {

    private final Label badge = new Label(Texts.of("checkpoints.active"), Icon.of(Feather.CHECK_CIRCLE));

    StateCell() {
        badge.getStyleClass().add("badge");
    }

    @Override
    protected void updateItem(@Nullable Boolean active, boolean none) {
        super.updateItem(active, none);
        setGraphic(!none && Boolean.TRUE.equals(active) ? badge : null);
    }
}

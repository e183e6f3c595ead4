package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.collect.session.NotTaken;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.VisibleText;
import dev.rewarddesk.desktop.control.Wrapping;
import dev.rewarddesk.desktop.control.WrappingCell;
import dev.rewarddesk.desktop.text.Texts;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Something that was not taken, and why. */
final class NotTakenCell extends WrappingCell<NotTaken> {

    private final FontIcon icon = Icon.of(Feather.IMAGE);
    private final Label url = new Label("", icon);
    private final Label why = new Label();
    private final VBox row = new VBox(2, url, why);

    NotTakenCell() {
        why.getStyleClass().add("caption");
        Wrapping.whereSafe(why);
        row.getStyleClass().add("not-taken-row");
    }

    @Override
    protected void updateItem(@Nullable NotTaken item, boolean none) {
        super.updateItem(item, none);
        if (none || item == null) {
            setGraphic(null);
            return;
        }
        icon.setIconCode(item.kind() == NotTaken.Kind.PAGE ? Feather.FILE_TEXT : Feather.IMAGE);
        // What a site says may hold anything.
        url.setText(VisibleText.of(item.url()));
        why.setText(
                item.detail().isEmpty()
                        ? Texts.of("collect.not-taken.why", item.why())
                        : Texts.of("collect.not-taken.why.detail", item.why(), VisibleText.of(item.detail())));
        setAccessibleText(url.getText() + ". " + why.getText());
        show(row);
    }
}

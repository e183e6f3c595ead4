package dev.rewarddesk.desktop.shell;

import atlantafx.base.theme.Styles;
import dev.rewarddesk.desktop.control.Card;
import dev.rewarddesk.desktop.control.Overlay;
import dev.rewarddesk.desktop.key.KeyBindings;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All key bindings on one card, straight from the catalogue. */
final class CheatSheet {

    // As a share of what is out of sight.
    private static final double STEP = 0.34;

    private CheatSheet() {}

    /** Opens the card. */
    static void openOn(Overlay overlay) {
        ScrollPane columns = columns();
        Card card = new Card(Texts.of("keys.title"), columns);
        KeyBindings.on(card)
                .bind(Shortcut.READ_UP, () -> columns.setVvalue(columns.getVvalue() - STEP))
                .bind(Shortcut.READ_DOWN, () -> columns.setVvalue(columns.getVvalue() + STEP));
        card.getStyleClass().add("cheat-sheet");
        Button close = card.button(Texts.of("close"), overlay::close, Styles.ACCENT);
        close.setDefaultButton(true);
        overlay.open(card, close);
    }

    private static ScrollPane columns() {
        HBox columns = new HBox(
                column(Shortcut.Scope.REVIEW, Shortcut.Scope.LISTS, Shortcut.Scope.COLLECT),
                column(Shortcut.Scope.LOOKING, Shortcut.Scope.LIBRARY),
                column(Shortcut.Scope.CHECKPOINTS, Shortcut.Scope.SETTINGS, Shortcut.Scope.EVERYWHERE));
        columns.getStyleClass().add("cheat-sheet-columns");
        // Scrolls where the window is small.
        ScrollPane scroll = new ScrollPane(columns);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("cheat-sheet-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private static VBox column(Shortcut.Scope... scopes) {
        VBox column = new VBox();
        column.getStyleClass().add("cheat-sheet-column");
        for (Shortcut.Scope scope : scopes) {
            column.getChildren().add(group(scope));
        }
        return column;
    }

    private static VBox group(Shortcut.Scope scope) {
        Label title = new Label(scope.text());
        title.getStyleClass().add("cheat-sheet-group");
        VBox group = new VBox(title);
        group.getStyleClass().add("cheat-sheet-rows");
        Arrays.stream(Shortcut.values())
                .filter(shortcut -> shortcut.scope() == scope)
                .map(CheatSheet::row)
                .forEach(group.getChildren()::add);
        return group;
    }

    private static HBox row(Shortcut shortcut) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(4, new Label(shortcut.text()), gap);
        row.setAlignment(Pos.CENTER_LEFT);
        List<String> keys = shortcut.keys();
        row.setAccessibleText(shortcut.tooltip());
        for (String key : keys) {
            Label cap = new Label(key);
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(cap);
        }
        return row;
    }
}

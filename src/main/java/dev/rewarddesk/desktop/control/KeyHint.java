package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.key.Shortcut;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Keys written on what they do. */
public final class KeyHint {

    private KeyHint() {}

    /** The cap of one of a shortcut's keys. */
    public static Label cap(Shortcut shortcut, int stroke) {
        Label cap = new Label(shortcut.keys().get(stroke));
        cap.getStyleClass().add("key-cap");
        cap.setMinWidth(Label.USE_PREF_SIZE);
        return cap;
    }

    /** Writes a key after the button's icon and words, and what it does into its tooltip. */
    public static void on(ButtonBase button, Shortcut shortcut, int stroke) {
        Label words = new Label(button.getText());
        words.getStyleClass().add("button-words");
        words.setMinWidth(Label.USE_PREF_SIZE);
        HBox content = new HBox(words, cap(shortcut, stroke));
        Node icon = button.getGraphic();
        if (icon != null) {
            content.getChildren().addFirst(icon);
        }
        content.getStyleClass().add("keyed-button");
        content.setAlignment(Pos.CENTER);
        content.setMouseTransparent(true);
        button.setAccessibleText(button.getText());
        button.setTooltip(new Tooltip(shortcut.tooltip()));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setGraphic(content);
    }
}

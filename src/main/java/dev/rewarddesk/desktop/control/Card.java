package dev.rewarddesk.desktop.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A dialog's card: title, content, and a row of buttons at the end. */
public final class Card extends VBox {

    private final VBox content = new VBox();
    private final HBox buttons = new HBox();

    public Card(String title, Node... parts) {
        getStyleClass().add("dialog-card");
        setAccessibleText(title);
        Label heading = new Label(title);
        heading.getStyleClass().add("dialog-title");
        Wrapping.whereSafe(heading);
        content.getStyleClass().add("dialog-content");
        content.getChildren().addAll(parts);
        // In a window too small for all of it, the content gives way and the buttons stay.
        content.setMinHeight(0);
        VBox.setVgrow(content, Priority.SOMETIMES);
        buttons.setMinHeight(Region.USE_PREF_SIZE);
        buttons.getStyleClass().add("dialog-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(heading, content, buttons);
    }

    /** Adds a part below the others. */
    public void add(Node part) {
        content.getChildren().add(part);
    }

    /** Adds a button at the end of the row. */
    public Button button(String text, Runnable action, String... styles) {
        Button button = new Button(text);
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        buttons.getChildren().add(button);
        return button;
    }

    /** A wrapping paragraph. */
    public static Label paragraph(String text) {
        Label label = new Label(text);
        Wrapping.whereSafe(label);
        label.getStyleClass().add("dialog-text");
        return label;
    }
}

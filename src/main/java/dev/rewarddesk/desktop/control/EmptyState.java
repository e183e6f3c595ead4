package dev.rewarddesk.desktop.control;

import javafx.beans.DefaultProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a screen says where it has nothing to show: an icon, what is the case, and what can be done about it. */
@DefaultProperty("actions")
public final class EmptyState extends VBox {

    private final FontIcon icon = new FontIcon();
    private final Label title = new Label();
    private final Label text = new Label();
    private final HBox actions = new HBox();

    public EmptyState() {
        getStyleClass().add("empty");
        setAlignment(Pos.CENTER);
        icon.getStyleClass().add("empty-icon");
        title.getStyleClass().add("empty-title");
        title.setWrapText(true);
        text.getStyleClass().add("empty-text");
        text.setWrapText(true);
        actions.getStyleClass().add("empty-actions");
        actions.setAlignment(Pos.CENTER);
        getChildren().setAll(icon, title, text, actions);
    }

    public String getIconLiteral() {
        return icon.getIconLiteral();
    }

    /** The Ikonli literal, such as {@code fth-inbox}. */
    public void setIconLiteral(String literal) {
        icon.setIconLiteral(literal);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String words) {
        title.setText(words);
    }

    public String getText() {
        return text.getText();
    }

    public void setText(String words) {
        text.setText(words);
    }

    /** Buttons, in a row below the text. */
    public ObservableList<Node> getActions() {
        return actions.getChildren();
    }
}

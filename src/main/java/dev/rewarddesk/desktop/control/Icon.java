package dev.rewarddesk.desktop.control;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons made in code; FXML names them by {@code iconLiteral}. */
public final class Icon {

    private Icon() {}

    /** A new node with the icon, coloured by the stylesheet. */
    public static FontIcon of(Feather icon) {
        FontIcon node = new FontIcon(icon);
        // An icon repeats what text beside it says; a screen reader reads the text.
        node.setAccessibleText("");
        return node;
    }
}

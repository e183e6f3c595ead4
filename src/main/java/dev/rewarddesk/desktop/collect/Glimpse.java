package dev.rewarddesk.desktop.collect;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.PictureLayer;
import dev.rewarddesk.desktop.image.Pixels;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A small picture of a fixed size, or a sign that it is still to come or cannot be shown. */
final class Glimpse extends StackPane {

    private final ImageView view = new ImageView();
    private final FontIcon icon = Icon.of(Feather.IMAGE);

    Glimpse(double width, double height) {
        getStyleClass().add("portrait");
        setMinSize(width, height);
        setPrefSize(width, height);
        setMaxSize(width, height);
        view.setPreserveRatio(true);
        view.setFitWidth(width);
        view.setFitHeight(height);
        getChildren().setAll(icon, view);
    }

    void show(Pixels pixels) {
        view.setImage(PictureLayer.imageOf(pixels));
        icon.setVisible(false);
    }

    void broken() {
        icon.setIconCode(Feather.ALERT_TRIANGLE);
    }
}

package dev.rewarddesk.desktop.library;

import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.PictureLayer;
import dev.rewarddesk.model.Image;
import java.util.Objects;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The thumbnail of a line; asked for when the line comes into view, not waited for when it has gone. */
final class Portrait extends StackPane {

    private final Thumbnails thumbnails;
    private final Veils veils;
    private final ImageView view = new ImageView();
    private final FontIcon icon = Icon.of(Feather.IMAGE);
    private @Nullable Image shown;
    private Thumbnails.@Nullable Wish wish;

    Portrait(Thumbnails thumbnails, Veils veils) {
        this.thumbnails = thumbnails;
        this.veils = veils;
        getStyleClass().add("portrait");
        setMinSize(Thumbnails.WIDTH / 2.0, Thumbnails.HEIGHT / 2.0);
        setPrefSize(Thumbnails.WIDTH / 2.0, Thumbnails.HEIGHT / 2.0);
        setMaxSize(Thumbnails.WIDTH / 2.0, Thumbnails.HEIGHT / 2.0);
        view.setPreserveRatio(true);
        view.setFitWidth(Thumbnails.WIDTH / 2.0);
        view.setFitHeight(Thumbnails.HEIGHT / 2.0);
        getChildren().setAll(icon, view);
    }

    /**
     * Shows an image.
     *
     * @param image null where there is none
     */
    void show(@Nullable Image image, @Nullable String url) {
        if (image != null && shown != null && Objects.equals(image.id(), shown.id())) {
            return;
        }
        clear();
        if (image != null && veils.hides(image)) {
            icon.setIconCode(Feather.EYE_OFF);
            return;
        }
        shown = image;
        icon.setIconCode(image == null ? Feather.FILE_TEXT : Feather.IMAGE);
        if (image != null) {
            wish = thumbnails.want(image, url, this::arrived);
        }
    }

    /** Shows nothing, and waits for nothing. */
    void clear() {
        if (wish != null) {
            wish.withdraw();
        }
        wish = null;
        shown = null;
        view.setImage(null);
        icon.setVisible(true);
    }

    private void arrived(Thumbnails.Thumbnail thumbnail) {
        switch (thumbnail) {
            case Thumbnails.Thumbnail.Ready ready -> {
                view.setImage(PictureLayer.imageOf(ready.pixels()));
                icon.setVisible(false);
            }
            case Thumbnails.Thumbnail.Broken _ -> icon.setIconCode(Feather.ALERT_TRIANGLE);
        }
    }
}

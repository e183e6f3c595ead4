package dev.rewarddesk.desktop.collect.groups;

import dev.rewarddesk.desktop.collect.groups.GroupPictures.Seen;
import dev.rewarddesk.desktop.control.Icon;
import dev.rewarddesk.desktop.control.PictureLayer;
import dev.rewarddesk.desktop.image.Pixels;
import dev.rewarddesk.desktop.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** A picture in small, as large as its own pixels at a given scale, in a frame that is the same for all. */
final class PictureFrame extends StackPane {

    static final double WIDTH = 252;
    static final double HEIGHT = 190;

    private final double width;
    private final double height;

    /**
     * A frame.
     *
     * @param width how wide the picture is to be shown
     * @param height how high
     */
    PictureFrame(ObservableValue<Seen> picture, double width, double height) {
        this.width = width;
        this.height = height;
        getStyleClass().add("group-frame");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        picture.subscribe(this::show);
    }

    private void show(Seen seen) {
        Node node = switch (seen) {
            case Seen.Loading _ -> {
                ProgressIndicator ring = new ProgressIndicator();
                ring.setMaxSize(24, 24);
                yield ring;
            }
            case Seen.Ready(Pixels pixels) -> picture(pixels);
            case Seen.Missing _ -> {
                Label missing = new Label(Texts.of("groups.picture.missing"), Icon.of(Feather.IMAGE));
                missing.getStyleClass().add("muted");
                yield missing;
            }
        };
        getChildren().setAll(node);
    }

    private ImageView picture(Pixels pixels) {
        ImageView view = new ImageView(PictureLayer.imageOf(pixels));
        view.setPreserveRatio(true);
        view.setFitWidth(Math.max(1, width));
        view.setFitHeight(Math.max(1, height));
        return view;
    }
}

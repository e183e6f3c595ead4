package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.image.Viewpoint;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The image viewer's corner for the mouse: size, zoom, and buttons. All of it is on the keyboard too, so Tab passes it by. */
final class ImageViewerBar extends HBox {

    private final ToggleButton moving = toggle(Feather.PLAY, Shortcut.PLAY);

    ImageViewerBar(ImageViewer viewer) {
        getStyleClass().add("image-viewer-bar");
        setAlignment(Pos.CENTER);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label size = new Label();
        Label zoom = new Label();
        size.getStyleClass().add("image-size");
        zoom.getStyleClass().add("image-zoom");
        viewer.viewpointProperty().subscribe(now -> {
            // Without a picture the bar is not seen; the next one is often of the same size.
            if (now != null) {
                size.setText(sizeOf(now));
                zoom.setText(Texts.of("image.zoom", now.zoom()));
            }
        });
        ToggleButton kept = toggle(Feather.LOCK, Shortcut.KEEP_ZOOM);
        kept.selectedProperty().bindBidirectional(viewer.zoomKeptProperty());
        moving.selectedProperty().bindBidirectional(viewer.movingProperty());
        moving.selectedProperty().subscribe(plays -> moving.setGraphic(Icon.of(plays ? Feather.PAUSE : Feather.PLAY)));
        moving.managedProperty().bind(moving.visibleProperty());
        getChildren()
                .addAll(
                        moving,
                        size,
                        button(Feather.MINUS, Shortcut.ZOOM_OUT, viewer::zoomOut),
                        zoom,
                        button(Feather.PLUS, Shortcut.ZOOM_IN, viewer::zoomIn),
                        button(Feather.MAXIMIZE, Shortcut.ZOOM_FIT, viewer::zoomToFit),
                        button(null, Shortcut.ZOOM_ONE, viewer::zoomToOne),
                        kept);
    }

    /** Whether the picture can move, and there is something to stop. */
    void showMotion(boolean moves) {
        moving.setVisible(moves);
    }

    private static ToggleButton toggle(Feather icon, Shortcut shortcut) {
        ToggleButton toggle = new ToggleButton(null, Icon.of(icon));
        toggle.setFocusTraversable(false);
        toggle.setAccessibleText(shortcut.text());
        toggle.setTooltip(new Tooltip(shortcut.tooltip()));
        return toggle;
    }

    private static String sizeOf(Viewpoint viewpoint) {
        return Texts.of(
                "image.size",
                Math.round(viewpoint.image().width()),
                Math.round(viewpoint.image().height()));
    }

    private static Button button(@Nullable Feather icon, Shortcut shortcut, Runnable action) {
        Button button = icon == null ? new Button(Texts.of("image.one-to-one")) : new Button(null, Icon.of(icon));
        button.setFocusTraversable(false);
        button.setAccessibleText(shortcut.text());
        button.setTooltip(new Tooltip(shortcut.tooltip()));
        button.setOnAction(_ -> action.run());
        return button;
    }
}

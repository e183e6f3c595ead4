package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.key.Shortcut;
import dev.rewarddesk.desktop.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says why a picture is blurred, and shows it when asked to. */
final class ImageViewerVeil extends VBox {

    private final Label text = new Label();
    private final Button reveal = new Button(Texts.of("image.veiled.reveal"));

    ImageViewerVeil() {
        getStyleClass().add("image-viewer-veil");
        setAlignment(Pos.CENTER);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        // The same is on the keyboard, and Tab is for the form.
        reveal.setFocusTraversable(false);
        KeyHint.on(reveal, Shortcut.REVEAL, 0);
        getChildren().addAll(Icon.of(Feather.EYE_OFF), text, reveal);
        setVisible(false);
    }

    void onReveal(Runnable action) {
        reveal.setOnAction(_ -> action.run());
    }

    void show(PictureState state) {
        if (state instanceof PictureState.Veiled veiled) {
            text.setText(Texts.of("image.veiled.", veiled.why()));
        }
        setVisible(state instanceof PictureState.Veiled);
    }
}

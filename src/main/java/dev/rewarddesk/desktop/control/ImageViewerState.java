package dev.rewarddesk.desktop.control;

import dev.rewarddesk.desktop.image.PictureState;
import dev.rewarddesk.desktop.text.Texts;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What an image viewer says while there is no picture to see. */
final class ImageViewerState extends VBox {

    // Most pictures are there sooner; a word that flashes up only unsettles.
    private static final Duration BEFORE_LOADING_IS_SAID = Duration.millis(250);

    private final FontIcon icon = Icon.of(Feather.IMAGE);
    private final Label text = new Label();
    private final Button again = new Button(Texts.of("try-again"));
    private final PauseTransition patience = new PauseTransition(BEFORE_LOADING_IS_SAID);

    ImageViewerState() {
        getStyleClass().add("image-viewer-state");
        setAlignment(Pos.CENTER);
        text.setWrapText(true);
        icon.getStyleClass().add("empty-icon");
        text.getStyleClass().add("empty-text");
        getChildren().addAll(icon, text, again);
        patience.setOnFinished(_ -> setVisible(true));
    }

    void onTryAgain(Runnable action) {
        again.setOnAction(_ -> action.run());
    }

    void show(PictureState state) {
        patience.stop();
        switch (state) {
            case PictureState.None _ -> say(Feather.FILE_TEXT, Texts.of("image.none"));
            case PictureState.Broken broken -> say(Feather.ALERT_TRIANGLE, broken.reason());
            case PictureState.Loading _ -> {
                say(Feather.IMAGE, Texts.of("image.loading"));
                setVisible(false);
                patience.playFromStart();
            }
            case PictureState.Ready _, PictureState.Veiled _ -> setVisible(false);
        }
        boolean mayTry = state instanceof PictureState.Broken broken && broken.again();
        again.setVisible(mayTry);
        again.setManaged(mayTry);
    }

    private void say(Feather what, String words) {
        icon.setIconCode(what);
        text.setText(words);
        setVisible(true);
    }
}

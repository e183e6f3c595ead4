package dev.rewarddesk.desktop.review;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;
import javafx.util.Duration;

/** Tells the desk whether somebody is there: what they do, when they stop typing, whether the window is in front. */
final class Presence {

    private static final Duration KEEP_EVERY = Duration.seconds(10);
    private static final Duration TYPING_ENDS = Duration.millis(600);

    private final ReviewViewModel model;
    private final Timeline keeping;
    private final PauseTransition typing = new PauseTransition(TYPING_ENDS);
    private final SimpleBooleanProperty windowInUse = new SimpleBooleanProperty(true);

    /** @param screen where each input is a sign of life */
    Presence(ReviewViewModel model, Node screen) {
        this.model = model;
        keeping = new Timeline(new KeyFrame(KEEP_EVERY, _ -> model.keep()));
        keeping.setCycleCount(Animation.INDEFINITE);
        typing.setOnFinished(_ -> model.typed());
        model.form().commentProperty().subscribe(_ -> typing.playFromStart());
        screen.addEventFilter(InputEvent.ANY, _ -> model.active());
    }

    /** Watches the window of the scene, too. */
    void watch(Scene scene) {
        windowInUse.bind(scene.windowProperty().flatMap(Window::focusedProperty).orElse(true));
        windowInUse.subscribe(model::windowInUse);
    }

    void begin() {
        keeping.play();
    }

    void end() {
        keeping.stop();
    }
}

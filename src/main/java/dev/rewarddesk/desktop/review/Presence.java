package dev.rewarddesk.desktop.review;

import dev.rewarddesk.desktop.task.Every;
import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.stage.Window;
import javafx.util.Duration;

/** Tells the desk whether somebody is there: what they do, when they stop typing, whether the window is in front. */
final class Presence {

    private static final java.time.Duration KEEP_EVERY = java.time.Duration.ofSeconds(10);
    private static final Duration TYPING_ENDS = Duration.millis(600);

    private final ReviewViewModel model;
    private final Every keeping;
    private final PauseTransition typing = new PauseTransition(TYPING_ENDS);
    private final SimpleBooleanProperty windowInUse = new SimpleBooleanProperty(true);

    /** @param screen where each input is a sign of life */
    Presence(ReviewViewModel model, Node screen) {
        this.model = model;
        keeping = new Every(KEEP_EVERY, model::keep);
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
        keeping.start();
    }

    void end() {
        keeping.stop();
    }
}

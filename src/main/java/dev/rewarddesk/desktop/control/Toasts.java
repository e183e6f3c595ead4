package dev.rewarddesk.desktop.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** A corner of the window, away from what is pressed, where short notices come and go by themselves. Takes neither focus nor clicks. */
public final class Toasts extends VBox {

    private static final Duration SHOWN = Duration.seconds(4);
    private static final Duration WARNED = Duration.seconds(15);
    private static final int AT_MOST = 3;

    public Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_LEFT);
        setFillWidth(false);
        setMouseTransparent(true);
        setPickOnBounds(false);
    }

    /** Shows a notice for a few seconds; the oldest makes room when there are many, and the same words are there once. */
    public void show(String text) {
        show(text, Feather.CHECK_CIRCLE, SHOWN);
    }

    /** Shows a notice of what went wrong, for long enough to come back to it from other work. */
    public void warn(String text) {
        show(text, Feather.ALERT_TRIANGLE, WARNED);
    }

    private void show(String text, Feather icon, Duration time) {
        Label toast = new Label(text, Icon.of(icon));
        toast.getStyleClass().add("toast");
        Wrapping.whereSafe(toast);
        toast.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().removeIf(former -> ((Label) former).getText().equals(text));
        if (getChildren().size() == AT_MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(toast);
        PauseTransition pause = new PauseTransition(time);
        pause.setOnFinished(_ -> getChildren().remove(toast));
        pause.play();
    }
}

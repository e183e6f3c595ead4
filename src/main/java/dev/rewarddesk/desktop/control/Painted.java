package dev.rewarddesk.desktop.control;

import javafx.application.Platform;
import javafx.scene.Scene;

/** Tells when what a scene holds now has been painted. */
public final class Painted {

    private final Scene scene;
    private final Runnable then;
    private final Runnable listener = this::pulse;
    private boolean laidOut;

    private Painted(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /** Runs {@code then} once, on the FX thread, after the next whole frame. Call it on the FX thread. */
    public static void once(Scene scene, Runnable then) {
        Painted waiting = new Painted(scene, then);
        scene.addPostLayoutPulseListener(waiting.listener);
        Platform.requestNextPulse();
    }

    // The frame of one pulse has been painted when the layout of the next is through.
    private void pulse() {
        if (laidOut) {
            scene.removePostLayoutPulseListener(listener);
            then.run();
        } else {
            laidOut = true;
            // A pulse that is asked for within a pulse is that one.
            Platform.runLater(Platform::requestNextPulse);
        }
    }
}

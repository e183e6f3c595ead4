package dev.rewarddesk.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * When frames are on screen, to the microsecond. JavaFX tells nobody, so this asks its inside: work given to the thread that
 * paints after a pulse is done once that pulse is painted, and what that thread then sends to the FX thread arrives after the
 * pixels, which go the same way.
 */
final class Frames {

    private Frames() {}

    /**
     * One frame.
     *
     * @param pulse when the pulse began, {@code System.nanoTime}
     * @param laidOut when its layout was through
     * @param painted when its pixels were painted
     * @param shown when its pixels were in the window
     */
    record Frame(long pulse, long laidOut, long painted, long shown) {}

    /** Tells of the frame of the next pulse once it is there; call it on the FX thread. */
    static void next(Scene scene, Consumer<Frame> told) {
        new Watch(scene, told).begin();
        Platform.requestNextPulse();
    }

    private static final class Watch {

        private final Scene scene;
        private final Consumer<Frame> told;
        private final Runnable before = this::before;
        private final Runnable after = this::after;
        private long pulse;

        Watch(Scene scene, Consumer<Frame> told) {
            this.scene = scene;
            this.told = told;
        }

        void begin() {
            scene.addPreLayoutPulseListener(before);
            scene.addPostLayoutPulseListener(after);
        }

        private void before() {
            pulse = System.nanoTime();
            scene.removePreLayoutPulseListener(before);
        }

        private void after() {
            long laidOut = System.nanoTime();
            scene.removePostLayoutPulseListener(after);
            // The pulse gives its own work to the painting thread after this.
            Platform.runLater(() -> {
                var _ = Toolkit.getToolkit().addRenderJob(new RenderJob(() -> {
                    long painted = System.nanoTime();
                    Platform.runLater(() -> told.accept(new Frame(pulse, laidOut, painted, System.nanoTime())));
                }));
            });
        }
    }
}

package dev.rewarddesk.desktop;

import javafx.application.Platform;

/**
 * JavaFX, started so that it looks 500 times a second whether there is something to paint. At its usual 60 times a key waits for
 * that look up to 16.7 ms and 8 on average, on any display; that is more than all the work between a key and the next item
 * (docs/benchmarks.md).
 */
public final class Toolkit {

    private static final String PULSES_A_SECOND = "javafx.animation.pulse";

    private Toolkit() {}

    /**
     * Starts it and returns; once in a process. What the command line says of pulses holds.
     *
     * @param first done on the FX thread
     * @throws IllegalStateException when JavaFX runs already
     * @throws UnsupportedOperationException when there is no display
     */
    public static void start(Runnable first) {
        boolean ours = System.getProperty(PULSES_A_SECOND) == null;
        if (ours) {
            System.setProperty(PULSES_A_SECOND, "500");
        }
        Platform.startup(() -> {
            if (ours) {
                // It has been read. The animations would read it too, to no effect but a line on the terminal.
                System.clearProperty(PULSES_A_SECOND);
            }
            first.run();
        });
    }
}

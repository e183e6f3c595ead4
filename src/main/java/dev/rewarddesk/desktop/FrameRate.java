package dev.rewarddesk.desktop;

/**
 * How often JavaFX looks whether there is something to paint. At its usual 60 times a second a key waits for that look up to 16.7 ms
 * and 8 on average, on any display; that is more than all the work between a key and the next item (docs/benchmarks.md).
 */
public final class FrameRate {

    private static final String PROPERTY = "javafx.animation.pulse";
    private static final int PER_SECOND = 240;

    private FrameRate() {}

    /** Chooses it; call it before JavaFX starts. What the command line says holds. */
    public static void choose() {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, String.valueOf(PER_SECOND));
        }
    }
}

package dev.rewarddesk.settings;

/**
 * How large the window was when it was last closed.
 *
 * @param width in logical pixels, without the window's frame; brought into bounds that fit a person's screen
 * @param height as width
 * @param maximized whether it filled the screen; the size is then that of the window before
 */
public record WindowSize(int width, int height, boolean maximized) {

    /** For the first start. */
    public static final WindowSize DEFAULT = new WindowSize(1280, 800, false);

    /** A file or a screen that is gone may say anything. */
    public WindowSize {
        width = Math.clamp(width, 640, 8192);
        height = Math.clamp(height, 480, 8192);
    }
}

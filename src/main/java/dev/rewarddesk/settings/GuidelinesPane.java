package dev.rewarddesk.settings;

/**
 * How the guidelines beside the item were last left.
 *
 * @param open whether they are shown
 * @param width in logical pixels; brought into bounds that leave room for the item
 */
public record GuidelinesPane(boolean open, int width) {

    /** The least that can be read in comfort. */
    public static final int NARROWEST = 240;

    /** For the first start. */
    public static final GuidelinesPane DEFAULT = new GuidelinesPane(false, 320);

    /** A file may say anything. */
    public GuidelinesPane {
        width = Math.clamp(width, NARROWEST, 720);
    }

    /** The same, shown or not. */
    public GuidelinesPane withOpen(boolean nowOpen) {
        return new GuidelinesPane(nowOpen, width);
    }

    /** The same with another width. */
    public GuidelinesPane withWidth(int newWidth) {
        return new GuidelinesPane(open, newWidth);
    }
}

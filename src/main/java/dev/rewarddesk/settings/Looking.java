package dev.rewarddesk.settings;

/**
 * How a person looks at images.
 *
 * @param blurred which are blurred at first
 * @param zoomKept whether the next image is shown at the same zoom and place as the one before, and not whole
 */
public record Looking(SensitiveImages blurred, boolean zoomKept) {

    /** What holds until somebody chooses. */
    public static final Looking DEFAULT = new Looking(SensitiveImages.MARKED, false);

    /** The same with other images blurred. */
    public Looking withBlurred(SensitiveImages images) {
        return new Looking(images, zoomKept);
    }

    /** The same with the zoom kept or not. */
    public Looking withZoomKept(boolean kept) {
        return new Looking(blurred, kept);
    }
}

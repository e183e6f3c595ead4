package dev.rewarddesk.desktop.image;

/**
 * How much room there is for a picture, in pixels of the screen: what a picture is prepared for before it is shown.
 *
 * @param width at least 1
 * @param height at least 1
 */
public record Viewport(int width, int height) {

    /** Before anybody has seen the view: about half of a usual screen. */
    public static final Viewport USUAL = new Viewport(1000, 1000);

    /** A view may be as small as it likes, and is then of one pixel. */
    public Viewport {
        width = Math.max(1, width);
        height = Math.max(1, height);
    }

    /** The zoom at which a picture of this size fits. */
    double fittingZoom(int pictureWidth, int pictureHeight) {
        return Math.min(
                Viewpoint.MAX_FIT_ZOOM, Math.min((double) width / pictureWidth, (double) height / pictureHeight));
    }
}

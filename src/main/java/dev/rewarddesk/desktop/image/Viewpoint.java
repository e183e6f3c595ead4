package dev.rewarddesk.desktop.image;

/**
 * Where an image lies in a view. Lengths are in the view's units, x to the right and y downwards from the view's upper left
 * corner. The image never leaves the view: along an axis where it is smaller it is in the middle, elsewhere it covers the view.
 *
 * @param image the image's size in its own pixels
 * @param view the view's size
 * @param unit how long a pixel of the screen is; 0.5 on a screen with twice the density
 * @param scale how long a pixel of the image is shown
 * @param x where the image's left edge is
 * @param y where the image's upper edge is
 */
public record Viewpoint(Extent image, Extent view, double unit, double scale, double x, double y) {

    /** The largest a pixel of the image is shown, in pixels of the screen. */
    public static final double MAX_ZOOM = 32;

    /** Fitting shrinks as far as needed, and enlarges small images only so far. */
    public static final double MAX_FIT_ZOOM = 2;

    /** A size, both sides positive. */
    public record Extent(double width, double height) {

        /** Rejects an empty extent. */
        public Extent {
            if (!(width > 0 && height > 0)) {
                throw new IllegalArgumentException("Not an extent: " + width + " x " + height);
            }
        }
    }

    /** Moves the image where it may be. */
    public Viewpoint {
        x = withinView(x, image.width() * scale, view.width());
        y = withinView(y, image.height() * scale, view.height());
    }

    /** The whole image, as large as it may be. */
    public static Viewpoint fitting(Extent image, Extent view, double unit) {
        return new Viewpoint(image, view, unit, fittingScale(image, view, unit), 0, 0);
    }

    /** Pixels of the screen for each of the image: 1 is what people call 100 %. */
    public double zoom() {
        return scale / unit;
    }

    /** Whether all of the image is seen as fitting shows it. */
    public boolean fits() {
        return Math.abs(scale - fittingScale(image, view, unit)) < 1e-9 * scale;
    }

    /** Larger or smaller by a factor, between fitting (or 1:1 where that is smaller) and the most; the point stays where it is. */
    public Viewpoint zoomedBy(double factor, double pointX, double pointY) {
        return zoomedTo(zoom() * factor, pointX, pointY);
    }

    /** At a zoom, between the same bounds; the point stays where it is, as far as the image then covers the view. */
    public Viewpoint zoomedTo(double zoom, double pointX, double pointY) {
        double least = Math.min(fittingScale(image, view, unit), unit);
        double newScale = Math.clamp(zoom * unit, least, MAX_ZOOM * unit);
        double ratio = newScale / scale;
        return new Viewpoint(image, view, unit, newScale, pointX - (pointX - x) * ratio, pointY - (pointY - y) * ratio);
    }

    /** Moved, as far as the image may be. */
    public Viewpoint panned(double byX, double byY) {
        return new Viewpoint(image, view, unit, scale, x + byX, y + byY);
    }

    /** In a view of another size: fitting stays fitting, otherwise the middle stays in the middle. */
    public Viewpoint inView(Extent newView, double newUnit) {
        if (fits()) {
            return fitting(image, newView, newUnit);
        }
        double newScale = zoom() * newUnit;
        double ratio = newScale / scale;
        return new Viewpoint(
                        image,
                        newView,
                        newUnit,
                        newScale,
                        newView.width() / 2 - (view.width() / 2 - x) * ratio,
                        newView.height() / 2 - (view.height() / 2 - y) * ratio)
                .zoomedBy(1, newView.width() / 2, newView.height() / 2);
    }

    /** Another image at the same zoom with the same place in the middle; fitting stays fitting. */
    public Viewpoint onto(Extent other) {
        if (fits()) {
            return fitting(other, view, unit);
        }
        double acrossMiddle = (view.width() / 2 - x) / (image.width() * scale);
        double downMiddle = (view.height() / 2 - y) / (image.height() * scale);
        return new Viewpoint(
                        other,
                        view,
                        unit,
                        scale,
                        view.width() / 2 - acrossMiddle * other.width() * scale,
                        view.height() / 2 - downMiddle * other.height() * scale)
                .zoomedBy(1, view.width() / 2, view.height() / 2);
    }

    /**
     * The image's pixels that are in view.
     *
     * @param margin how much more to take on each side, as a share of what is in view
     */
    public PixelArea visible(double margin) {
        double left = -x / scale;
        double top = -y / scale;
        double across = view.width() / scale;
        double down = view.height() / scale;
        int firstX = pixel(left - across * margin, image.width() - 1);
        int firstY = pixel(top - down * margin, image.height() - 1);
        int lastX = pixel(left + across * (1 + margin), image.width() - 1);
        int lastY = pixel(top + down * (1 + margin), image.height() - 1);
        return new PixelArea(firstX, firstY, lastX - firstX + 1, lastY - firstY + 1);
    }

    private static int pixel(double at, double last) {
        return (int) Math.clamp(Math.floor(at), 0, last);
    }

    private static double fittingScale(Extent image, Extent view, double unit) {
        double whole = Math.min(view.width() / image.width(), view.height() / image.height());
        return Math.min(whole, MAX_FIT_ZOOM * unit);
    }

    private static double withinView(double start, double length, double view) {
        return length <= view ? (view - length) / 2 : Math.clamp(start, view - length, 0);
    }
}

package dev.rewarddesk.desktop.image;

/**
 * A part of a picture, finer than its preview.
 *
 * @param reduction how many times smaller than the picture, a power of two
 */
public record Detail(Preview preview, PixelArea area, int reduction, Pixels pixels) {

    private static final double MARGIN = 0.25;
    private static final int GRID = 256;

    /** Whether the preview alone is fine enough at a zoom. */
    public static boolean isNeeded(Preview preview, double zoom) {
        return preview.motion() instanceof Motion.Still && reductionAt(zoom) < preview.reduction();
    }

    /** Whether this is what the viewpoint asks for. */
    public boolean serves(Preview shown, Viewpoint viewpoint) {
        return preview.equals(shown)
                && reduction == reductionAt(viewpoint.zoom())
                && area.contains(viewpoint.visible(0));
    }

    /** Decodes what the viewpoint asks for, with some more around it to move in; blocks. */
    public static Detail of(Preview preview, Viewpoint viewpoint) throws UnreadablePictureException {
        return Decoding.run(() -> decoded(preview, viewpoint));
    }

    private static Detail decoded(Preview preview, Viewpoint viewpoint) throws UnreadablePictureException {
        Picture picture = preview.picture();
        int reduction = reductionAt(viewpoint.zoom());
        PixelArea area = Picture.reductionFor(picture.area(), Picture.WORKING_PIXELS) <= reduction
                ? picture.area()
                : onGrid(viewpoint.visible(MARGIN), picture.area());
        return new Detail(preview, area, reduction, picture.read(area, reduction));
    }

    private static int reductionAt(double zoom) {
        return Integer.highestOneBit((int) Math.clamp(1 / zoom, 1, 1 << 20));
    }

    private static PixelArea onGrid(PixelArea area, PixelArea whole) {
        int left = area.x() / GRID * GRID;
        int top = area.y() / GRID * GRID;
        int right = Math.min(whole.width(), Math.ceilDiv(area.x() + area.width(), GRID) * GRID);
        int bottom = Math.min(whole.height(), Math.ceilDiv(area.y() + area.height(), GRID) * GRID);
        return new PixelArea(left, top, right - left, bottom - top);
    }
}

package dev.rewarddesk.desktop.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture with its pixels in a few sizes, so that it can be shown at once: as it fits a view, pixel by pixel, and each half the
 * one before, so that it can be shown smaller without roughness.
 *
 * @param reduction how many times smaller than the picture the first of the levels is, a power of two
 * @param levels the largest first, never empty
 * @param fitted as it fits the view that it was prepared for; the first level where that is not larger
 */
public record Preview(Picture picture, int reduction, List<Pixels> levels, Pixels fitted, Motion motion) {

    /** What the largest level may have: more than most screens, and little enough to keep a handful at hand. */
    static final long MAX_PIXELS = 6_000_000;

    private static final int SMALLEST_SIDE = 64;

    /** Keeps its own copy of the list. */
    public Preview {
        levels = List.copyOf(levels);
    }

    /** Decodes the bytes to what a view shows of them; blocks. */
    public static Preview of(byte[] bytes, Viewport viewport) throws UnreadablePictureException {
        return Decoding.run(() -> decoded(bytes, viewport));
    }

    /** How many bytes of memory the preview of such a picture takes, about. */
    public static long bytesOf(int width, int height, Viewport viewport) {
        PixelArea area = new PixelArea(0, 0, Math.max(1, width), Math.max(1, height));
        int reduction = reductionFor(area, viewport);
        return area.pixels() * 4 / reduction / reduction * 2;
    }

    /** How many bytes of memory it takes, the encoded picture included. */
    public long bytes() {
        long sum = picture.encodedBytes() + (fitted == levels.getFirst() ? 0 : fitted.bytes());
        for (Pixels level : levels) {
            sum += level.bytes();
        }
        if (motion instanceof Motion.Moving moving) {
            sum += moving.frames().size() * levels.getFirst().bytes();
        }
        return sum;
    }

    /** Whether something behind the picture would show through it. */
    public boolean isTransparent() {
        return levels.getLast().hasTransparency();
    }

    /** So blurred that one cannot tell what it shows. */
    public Pixels blurred() {
        return levels.getLast().blurred();
    }

    /** What to draw: pixel by pixel what fits there, else the smallest level that has a pixel for each of the screen's. */
    public Pixels levelFor(double devicePixelsPerPixel) {
        if (isFitted(devicePixelsPerPixel)) {
            return fitted;
        }
        int index = 0;
        double next = reduction * 2.0;
        while (index + 1 < levels.size() && next * devicePixelsPerPixel <= 1) {
            index++;
            next *= 2;
        }
        return levels.get(index);
    }

    private boolean isFitted(double zoom) {
        return Math.abs(picture.width() * zoom - fitted.width()) < 1
                && Math.abs(picture.height() * zoom - fitted.height()) < 1;
    }

    private static Preview decoded(byte[] bytes, Viewport viewport) throws UnreadablePictureException {
        Picture picture = Picture.of(bytes);
        int reduction = reductionFor(picture.area(), viewport);
        List<Pixels> levels = new ArrayList<>();
        Pixels level = picture.read(picture.area(), reduction);
        levels.add(level);
        while (Math.max(level.width(), level.height()) > 2 * SMALLEST_SIDE) {
            level = level.half();
            levels.add(level);
        }
        return new Preview(
                picture, reduction, levels, fitted(picture, levels.getFirst(), viewport), picture.motion(reduction));
    }

    private static int reductionFor(PixelArea area, Viewport viewport) {
        double zoom = viewport.fittingZoom(area.width(), area.height());
        int enough = Integer.highestOneBit((int) Math.clamp(1 / zoom, 1, 1 << 20));
        return Math.max(enough, Picture.reductionFor(area, MAX_PIXELS));
    }

    private static Pixels fitted(Picture picture, Pixels first, Viewport viewport) {
        double zoom = viewport.fittingZoom(picture.width(), picture.height());
        int width = Math.max(1, (int) Math.round(picture.width() * zoom));
        int height = Math.max(1, (int) Math.round(picture.height() * zoom));
        return width >= first.width() || height >= first.height() ? first : first.shrunkTo(width, height);
    }
}

package dev.rewarddesk.desktop.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture with its pixels in a few sizes, each half the one before, so that it can be shown small without roughness.
 *
 * @param reduction how many times smaller than the picture the first of the levels is, a power of two
 * @param levels the largest first, never empty
 */
public record Preview(Picture picture, int reduction, List<Pixels> levels) {

    /** What the largest level may have: more than most screens, and little enough to keep a handful at hand. */
    static final long MAX_PIXELS = 6_000_000;

    private static final int SMALLEST_SIDE = 64;

    /** Keeps its own copy of the list. */
    public Preview {
        levels = List.copyOf(levels);
    }

    /** Decodes the bytes; blocks. */
    public static Preview of(byte[] bytes) throws UnreadablePictureException {
        Picture picture = Picture.of(bytes);
        int reduction = Picture.reductionFor(picture.area(), MAX_PIXELS);
        List<Pixels> levels = new ArrayList<>();
        Pixels level = picture.read(picture.area(), reduction);
        levels.add(level);
        while (Math.max(level.width(), level.height()) > 2 * SMALLEST_SIDE) {
            level = level.half();
            levels.add(level);
        }
        return new Preview(picture, reduction, levels);
    }

    /** Whether something behind the picture would show through it. */
    public boolean isTransparent() {
        return levels.getLast().hasTransparency();
    }

    /** The smallest level that still has a pixel for each of the screen's, or the largest where none has. */
    public Pixels levelFor(double devicePixelsPerPixel) {
        int index = 0;
        double next = reduction * 2.0;
        while (index + 1 < levels.size() && next * devicePixelsPerPixel <= 1) {
            index++;
            next *= 2;
        }
        return levels.get(index);
    }
}

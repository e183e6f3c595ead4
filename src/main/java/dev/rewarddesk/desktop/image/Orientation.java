package dev.rewarddesk.desktop.image;

/** How a picture is stored, against how it is to be seen; EXIF's eight ways. */
enum Orientation {
    UPRIGHT(false, false, false),
    MIRRORED(false, true, false),
    UPSIDE_DOWN(false, true, true),
    MIRRORED_UPSIDE_DOWN(false, false, true),
    TRANSPOSED(true, false, false),
    TURNED_LEFT(true, false, true),
    TRANSVERSED(true, true, true),
    TURNED_RIGHT(true, true, false);

    private final boolean sideways;
    private final boolean fromRight;
    private final boolean fromBottom;

    /**
     * @param sideways whether a row as seen is a column as stored
     * @param fromRight whether stored x runs backwards
     * @param fromBottom whether stored y runs backwards
     */
    Orientation(boolean sideways, boolean fromRight, boolean fromBottom) {
        this.sideways = sideways;
        this.fromRight = fromRight;
        this.fromBottom = fromBottom;
    }

    /** EXIF's number from 1 to 8; anything else means upright. */
    static Orientation ofExif(int number) {
        return number >= 1 && number <= values().length ? values()[number - 1] : UPRIGHT;
    }

    /** Whether width and height change places. */
    boolean sideways() {
        return sideways;
    }

    /** The stored column of a pixel as seen. */
    int storedX(int x, int y, int storedWidth) {
        int along = sideways ? y : x;
        return fromRight ? storedWidth - 1 - along : along;
    }

    /** The stored row of a pixel as seen. */
    int storedY(int x, int y, int storedHeight) {
        int along = sideways ? x : y;
        return fromBottom ? storedHeight - 1 - along : along;
    }

    /** The stored area of an area as seen. */
    PixelArea stored(PixelArea seen, int storedWidth, int storedHeight) {
        int lastX = seen.x() + seen.width() - 1;
        int lastY = seen.y() + seen.height() - 1;
        int oneX = storedX(seen.x(), seen.y(), storedWidth);
        int otherX = storedX(lastX, lastY, storedWidth);
        int oneY = storedY(seen.x(), seen.y(), storedHeight);
        int otherY = storedY(lastX, lastY, storedHeight);
        return new PixelArea(
                Math.min(oneX, otherX),
                Math.min(oneY, otherY),
                Math.abs(oneX - otherX) + 1,
                Math.abs(oneY - otherY) + 1);
    }
}

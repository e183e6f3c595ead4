package dev.rewarddesk.desktop.image;

/** A rectangle of whole pixels, never empty. */
public record PixelArea(int x, int y, int width, int height) {

    /** Rejects an area without pixels. */
    public PixelArea {
        if (x < 0 || y < 0 || width < 1 || height < 1) {
            throw new IllegalArgumentException("Not an area: " + x + "," + y + " " + width + "x" + height);
        }
    }

    /** Whether every pixel of the other area is in this one. */
    public boolean contains(PixelArea other) {
        return x <= other.x
                && y <= other.y
                && x + width >= other.x + other.width
                && y + height >= other.y + other.height;
    }

    /** How many pixels there are. */
    public long pixels() {
        return (long) width * height;
    }
}

package dev.rewarddesk.sample.brush;

import java.awt.Color;

/** The colours all pictures share, so that they look like one set. */
public final class Palette {
    /** Near black, used instead of black to stay warm. */
    public static final Color INK = new Color(0x2B2D42);
    /** Near white. */
    public static final Color WHITE = new Color(0xFFFDF8);
    /** Paper and plaster. */
    public static final Color CREAM = new Color(0xFFF1D9);
    /** Beach and light wood. */
    public static final Color SAND = new Color(0xF2D7A6);
    /** Soft red-orange. */
    public static final Color CORAL = new Color(0xF27A66);
    /** Plain red. */
    public static final Color RED = new Color(0xD9403A);
    /** Orange fruit. */
    public static final Color ORANGE = new Color(0xF2913D);
    /** Plain yellow. */
    public static final Color YELLOW = new Color(0xF8C744);
    /** Young leaves. */
    public static final Color LIME = new Color(0xB5CF5B);
    /** Plain green. */
    public static final Color GREEN = new Color(0x58A55C);
    /** Dark leaves. */
    public static final Color FOREST = new Color(0x2F6B4F);
    /** Green-blue. */
    public static final Color TEAL = new Color(0x2A9D8F);
    /** Daytime sky. */
    public static final Color SKY = new Color(0x8FD3E8);
    /** Plain blue. */
    public static final Color BLUE = new Color(0x3B7DD8);
    /** Night and denim. */
    public static final Color NAVY = new Color(0x223A68);
    /** Plain purple. */
    public static final Color PURPLE = new Color(0x7D5BA6);
    /** Blossom. */
    public static final Color PINK = new Color(0xF49CBB);
    /** Bark. */
    public static final Color BROWN = new Color(0x7A4E36);
    /** Planks. */
    public static final Color WOOD = new Color(0xBC8152);
    /** Metal and stone. */
    public static final Color GREY = new Color(0x9AA3B2);
    /** Asphalt. */
    public static final Color ASPHALT = new Color(0x565C6E);

    private Palette() {}

    /** The colour a share of the way from one colour to another; alpha is mixed too. */
    public static Color mix(Color from, Color to, double share) {
        return new Color(
                between(from.getRed(), to.getRed(), share),
                between(from.getGreen(), to.getGreen(), share),
                between(from.getBlue(), to.getBlue(), share),
                between(from.getAlpha(), to.getAlpha(), share));
    }

    /** A lighter, slightly warmer version. */
    public static Color light(Color color, double share) {
        return mix(color, clear(new Color(0xFFFBEF), color.getAlpha() / 255.0), share);
    }

    /** A darker version that leans to blue, as shade does. */
    public static Color dark(Color color, double share) {
        return mix(color, clear(new Color(0x1A1F3D), color.getAlpha() / 255.0), share);
    }

    /** The same colour, let through: opacity 0 is invisible, 1 solid. */
    public static Color clear(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    /** A colour from its 0xRRGGBB number. */
    public static Color rgb(int number) {
        return new Color(number);
    }

    private static int between(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }
}

package dev.rewarddesk.sample.motif;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import java.awt.Color;

/** Birds, sitting or flying. */
public final class Bird {
    private Bird() {}

    /** A bird sitting with its feet on y, size high; it looks right, or left with a negative size. */
    public static void sitting(Canvas canvas, double x, double y, double size, Color color) {
        canvas.at(x, y, size / 100, 0, c -> {
            c.fill(poly(-30, -38, -74, -10, -66, 2, -22, -22), dark(color, 0.25));
            c.line(line(-6, -14, -6, 0), 4, dark(ORANGE, 0.2));
            c.line(line(10, -14, 10, 0), 4, dark(ORANGE, 0.2));
            c.down(
                    blob(-42, -38, -20, -66, 6, -82, 22, -98, 44, -92, 50, -74, 42, -48, 24, -18, -8, -10, -32, -22),
                    light(color, 0.12),
                    color);
            c.fill(blob(42, -60, 38, -38, 22, -18, 2, -12, 12, -34, 26, -54), light(color, 0.55));
            c.fill(poly(48, -84, 68, -74, 47, -70), ORANGE);
            c.fill(blob(-46, -26, -24, -58, 2, -56, 8, -40, -8, -22), dark(color, 0.2));
            c.fill(circle(33, -80, 6), WHITE);
            c.fill(circle(35, -80, 3.4), INK);
        });
    }

    /** A gull on the wing, seen from afar. */
    public static void gull(Canvas canvas, double x, double y, double span, Color color) {
        canvas.at(x, y, span / 100, 0, c -> {
            c.fill(
                    blob(
                            -50, -12, -34, -22, -14, -14, 0, -2, 14, -14, 34, -22, 50, -12, 32, -14, 12, -2, 4, 8, -4,
                            8, -12, -2, -32, -14),
                    color);
        });
    }
}

package dev.rewarddesk.sample.motif;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import java.awt.Color;

/** Cats. */
public final class Cat {
    private Cat() {}

    /** A cat sitting on y, h high, facing the viewer, its tail to the right. */
    public static void sitting(Canvas canvas, double x, double y, double h, Color color) {
        canvas.at(x, y, h / 100, 0, c -> {
            c.shadow(oval(2, -1, 30, 4), 0, 1, 5, 0.45);
            c.line(curve(18, -8, 40, -8, 46, -24, 38, -36), 8, dark(color, 0.15));
            c.down(
                    blob(-14, -60, 14, -60, 24, -34, 26, -8, 14, 0, -14, 0, -26, -8, -24, -34),
                    light(color, 0.08),
                    dark(color, 0.1));
            c.fill(oval(0, -26, 11, 20), light(color, 0.45));
            c.fill(round(-12, -12, 10, 12, 5), light(color, 0.2));
            c.fill(round(2, -12, 10, 12, 5), light(color, 0.2));
            c.fill(poly(-22, -74, -21, -100, -4, -86), color);
            c.fill(poly(22, -74, 21, -100, 4, -86), color);
            c.fill(poly(-18, -80, -18, -93, -8, -86), PINK);
            c.fill(poly(18, -80, 18, -93, 8, -86), PINK);
            c.down(oval(0, -70, 24, 20), light(color, 0.1), color);
            c.fill(oval(-9, -72, 3.6, 4.6), INK);
            c.fill(oval(9, -72, 3.6, 4.6), INK);
            c.fill(circle(-8, -74, 1.3), WHITE);
            c.fill(circle(10, -74, 1.3), WHITE);
            c.fill(poly(-3, -66, 3, -66, 0, -62.5), dark(PINK, 0.1));
            c.line(arc(-3, -62, 3, 200, 150), 1.1, INK);
            c.line(arc(3, -62, 3, 190, 150), 1.1, INK);
        });
    }
}

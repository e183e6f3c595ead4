package dev.rewarddesk.sample.motif;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import java.awt.Color;
import java.awt.Shape;

/** Cars from the side and from above. */
public final class Car {
    private Car() {}

    /** A car driving to the right, its wheels standing on y, length long; x is its rear. */
    public static void side(Canvas canvas, double x, double y, double length, Color color) {
        canvas.at(x, y, length / 100, 0, c -> {
            c.shadow(oval(50, -1, 50, 3), 0, 1, 4, 0.55);
            Shape body = blob(
                    1, -12, 2, -22, 12, -26, 24, -28, 36, -39, 52, -40, 62, -37, 74, -26, 92, -22, 99, -15, 98, -8, 80,
                    -6, 20, -6, 3, -7);
            c.down(body, light(color, 0.18), dark(color, 0.12));
            c.inside(body, inner -> inner.fill(box(0, -12, 100, 12), clear(dark(color, 0.6), 0.25)));
            Shape glass = blob(28, -27.5, 37, -36.5, 47, -37.5, 58, -35.5, 69, -27, 48, -26.5);
            c.down(glass, light(SKY, 0.35), SKY);
            c.inside(glass, inner -> inner.fill(poly(52, -42, 58, -42, 48, -24, 42, -24), clear(WHITE, 0.4)));
            c.fill(box(47, -38.5, 2.2, 13), color);
            c.fill(box(51, -22, 6, 1.6), dark(color, 0.4));
            c.fill(oval(95, -17.5, 2.6, 3), light(YELLOW, 0.4));
            c.fill(round(1.2, -20, 3, 6, 1), dark(RED, 0.1));
            wheel(c, 22);
            wheel(c, 78);
        });
    }

    /** A van driving to the right. */
    public static void van(Canvas canvas, double x, double y, double length, Color color) {
        canvas.at(x, y, length / 100, 0, c -> {
            c.shadow(oval(50, -1, 50, 3), 0, 1, 4, 0.55);
            Shape body = blob(
                    1, -8, 1, -30, 3, -49, 8, -52, 40, -52.5, 66, -51, 74, -47, 86, -29, 96, -25, 99, -16, 98, -7, 50,
                    -6);
            c.down(body, light(color, 0.2), dark(color, 0.12));
            c.inside(body, inner -> inner.fill(box(0, -14, 100, 14), clear(dark(color, 0.6), 0.2)));
            Shape screen = blob(62, -46, 71, -45, 83, -29, 72, -28, 62, -28);
            c.down(screen, light(SKY, 0.35), SKY);
            c.line(line(58, -50, 58, -9), 0.8, clear(INK, 0.25));
            c.line(line(30, -50, 30, -9), 0.8, clear(INK, 0.15));
            c.fill(box(61, -24, 6, 1.6), dark(color, 0.4));
            c.fill(oval(96, -19, 2.2, 3), light(YELLOW, 0.4));
            c.fill(round(0.8, -28, 2.6, 8, 1), dark(RED, 0.1));
            wheel(c, 20);
            wheel(c, 80);
        });
    }

    /** A car seen from above, its nose upwards, centred at x, y and length long. */
    public static void above(Canvas canvas, double x, double y, double length, double degrees, Color color) {
        canvas.at(x, y, length / 100, degrees, c -> {
            Shape body = blob(
                    -20, -44, 0, -50, 20, -44, 23, -25, 22, 0, 23, 30, 20, 46, 0, 50, -20, 46, -23, 30, -22, 0, -23,
                    -25);
            c.shadow(body, 3, 4, 8, 0.5);
            c.fill(round(-28, -20, 7, 5, 2), dark(color, 0.25));
            c.fill(round(21, -20, 7, 5, 2), dark(color, 0.25));
            c.across(body, light(color, 0.22), dark(color, 0.12));
            c.fill(blob(-18, -18, 0, -24, 18, -18, 15, -7, 0, -9, -15, -7), dark(SKY, 0.55));
            c.fill(blob(-15, 30, 0, 28, 15, 30, 17, 38, 0, 41, -17, 38), dark(SKY, 0.55));
            c.fill(leaf(-19, -12, -18, 30, 0.09), dark(SKY, 0.55));
            c.fill(leaf(19, -12, 18, 30, 0.09), dark(SKY, 0.55));
            c.fill(round(-13, -6, 26, 32, 7), clear(WHITE, 0.16));
            c.fill(turned(oval(-15, -44, 5, 2.2), -15, -44, -22), light(YELLOW, 0.6));
            c.fill(turned(oval(15, -44, 5, 2.2), 15, -44, 22), light(YELLOW, 0.6));
        });
    }

    private static void wheel(Canvas c, double x) {
        c.fill(circle(x, -8.5, 9), INK);
        c.fill(circle(x, -8.5, 5), light(GREY, 0.4));
        c.fill(circle(x, -8.5, 1.8), ASPHALT);
    }
}

package dev.rewarddesk.sample.motif;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import java.awt.Color;
import java.awt.Shape;

/** Trees and shrubs that stand on y and are h high. */
public final class Tree {
    private Tree() {}

    /** A broad tree with a round crown. */
    public static void round(Canvas canvas, double x, double y, double h, Color color) {
        canvas.at(x, y, h, 0, c -> {
            c.shadow(oval(0.04, 0, 0.28, 0.03), 0, 0, 0.05, 0.4);
            c.across(poly(-0.035, 0, -0.025, -0.5, 0.025, -0.5, 0.045, 0), light(BROWN, 0.12), dark(BROWN, 0.15));
            c.line(line(0, -0.32, 0.1, -0.46), 0.02, BROWN);
            Shape crown = join(
                    circle(0, -0.72, 0.26),
                    circle(-0.19, -0.58, 0.18),
                    circle(0.2, -0.57, 0.18),
                    circle(0, -0.54, 0.2));
            c.down(crown, light(color, 0.14), dark(color, 0.14));
            c.inside(crown, inner -> {
                inner.fill(circle(-0.1, -0.78, 0.16), clear(light(color, 0.5), 0.35));
                inner.fill(circle(0.14, -0.6, 0.1), clear(light(color, 0.5), 0.22));
                inner.fill(circle(-0.2, -0.56, 0.08), clear(light(color, 0.5), 0.25));
            });
        });
    }

    /** A fir with four tiers. */
    public static void fir(Canvas canvas, double x, double y, double h, Color color) {
        canvas.at(x, y, h, 0, c -> {
            c.fill(box(-0.035, -0.15, 0.07, 0.15), BROWN);
            for (int tier = 0; tier < 4; tier++) {
                double top = -0.46 - tier * 0.18;
                double half = 0.29 - tier * 0.055;
                Shape bough = poly(0, top, half, top + 0.36, 0, top + 0.32, -half, top + 0.36);
                c.across(bough, light(color, 0.1 + tier * 0.03), dark(color, 0.2 - tier * 0.03));
            }
        });
    }

    /** A palm leaning a little to the right. */
    public static void palm(Canvas canvas, double x, double y, double h) {
        canvas.at(x, y, h, 0, c -> {
            c.fill(blob(-0.05, 0, 0.02, -0.4, 0.12, -0.76, 0.16, -0.75, 0.08, -0.4, 0.05, 0), BROWN);
            for (int angle : new int[] {200, 232, 275, 310, 345}) {
                double a = Math.toRadians(angle);
                double ex = 0.14 + Math.cos(a) * 0.34;
                double ey = -0.74 + Math.sin(a) * 0.2 + Math.abs(Math.cos(a)) * 0.16;
                c.fill(
                        blob(
                                0.14,
                                -0.78,
                                (0.14 + ex) / 2,
                                -0.86 + Math.sin(a) * 0.14,
                                ex,
                                ey,
                                (0.14 + ex) / 2,
                                -0.79 + Math.sin(a) * 0.1),
                        angle % 2 == 0 ? GREEN : FOREST);
            }
            c.fill(circle(0.12, -0.73, 0.03), dark(BROWN, 0.3));
            c.fill(circle(0.17, -0.72, 0.03), dark(BROWN, 0.2));
        });
    }

    /** A low shrub, w wide. */
    public static void shrub(Canvas canvas, double x, double y, double w, Color color) {
        Shape shrub = within(
                join(
                        circle(x - w * 0.25, y - w * 0.1, w * 0.22),
                        circle(x, y - w * 0.2, w * 0.26),
                        circle(x + w * 0.27, y - w * 0.08, w * 0.2)),
                box(x - w, y - w, 2 * w, w));
        canvas.down(shrub, light(color, 0.12), dark(color, 0.18));
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/** Six flags in the wind, from the left: Japan, France, Nigeria, Germany, Sweden, Colombia. */
public final class Flags implements Drawing {
    private static final double W = 168;
    private static final double H = 112;

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x84CBE8), rgb(0xFFF0D8));
        Sky.cloud(c, 100, 190, 240);
        Sky.cloud(c, 620, 130, 200);
        Sky.cloud(c, 1080, 220, 230);
        c.fill(land(900, 0, 640, 300, 560, 620, 630, 980, 550, 1400, 640), rgb(0xA9D3B0));
        hall(c);
        c.down(land(900, 0, 740, 400, 716, 800, 730, 1400, 712), rgb(0x86C271), rgb(0x4C9A57));
        c.fill(poly(640, 724, 760, 724, 900, 900, 500, 900), rgb(0xF0DDB8));
        for (double x : new double[] {40, 300, 1100, 1360}) {
            Tree.shrub(c, x, 770, 170, FOREST);
        }
        for (int i = 0; i < 6; i++) {
            double x = 70 + i * 226;
            c.shadow(oval(x, 842, 26, 6), 0, 0, 8, 0.5);
            c.across(box(x - 6, 190, 12, 652), WHITE, GREY);
            c.ball(circle(x, 186, 12), YELLOW);
            c.fill(round(x - 22, 834, 44, 16, 6), ASPHALT);
            flag(c, i, x + 6, 206);
        }
    }

    private static void hall(Canvas c) {
        c.down(box(390, 470, 620, 260), light(CREAM, 0.3), SAND);
        c.fill(poly(360, 474, 700, 356, 1040, 474), rgb(0xD98D69));
        c.fill(poly(420, 462, 700, 376, 980, 462), light(CREAM, 0.3));
        c.fill(circle(700, 430, 24), rgb(0x6FA3BD));
        for (int i = 0; i < 8; i++) {
            double x = 414 + i * 78;
            c.across(box(x, 490, 28, 220), WHITE, rgb(0xE0C9A4));
            c.fill(round(x - 5, 480, 38, 12, 4), WHITE);
        }
        c.fill(round(662, 590, 76, 140, 36), BROWN);
        c.fill(box(390, 706, 620, 26), rgb(0xE0C9A4));
    }

    private static void flag(Canvas canvas, int country, double x, double y) {
        canvas.at(x, y, c -> {
            Shape cloth = waved(box(0, 0, W, H));
            c.shadow(cloth, 6, 10, 14, 0.3);
            c.fill(cloth, WHITE);
            switch (country) {
                case 0 -> part(c, circle(W / 2, H / 2, 33), rgb(0xC8253C));
                case 1 -> columns(c, rgb(0x27408F), WHITE, rgb(0xD8343C));
                case 2 -> columns(c, rgb(0x1E8A55), WHITE, rgb(0x1E8A55));
                case 3 -> rows(c, INK, rgb(0xD5302F), rgb(0xF7C530), 1, 1, 1);
                case 4 -> {
                    part(c, box(0, 0, W, H), rgb(0x2468AC));
                    part(c, box(50, 0, 22, H), rgb(0xF9CC3A));
                    part(c, box(0, 45, W, 22), rgb(0xF9CC3A));
                }
                default -> rows(c, rgb(0xF9CC3A), rgb(0x27408F), rgb(0xD0323B), 2, 1, 1);
            }
            // Folds: light on the crests, shade in the hollows, in step with the wave.
            c.inside(cloth, inner -> {
                for (int i = 0; i < 42; i++) {
                    double slope = Math.cos(i * 4 / W * Math.PI * 2.4);
                    inner.fill(
                            box(i * 4, -20, 4.2, H + 40),
                            slope > 0 ? clear(INK, 0.16 * slope) : clear(WHITE, -0.2 * slope));
                }
            });
        });
    }

    private static void columns(Canvas c, Color left, Color middle, Color right) {
        part(c, box(0, 0, W / 3, H), left);
        part(c, box(W / 3, 0, W / 3, H), middle);
        part(c, box(2 * W / 3, 0, W / 3, H), right);
    }

    private static void rows(Canvas c, Color top, Color middle, Color bottom, double a, double b, double d) {
        double unit = H / (a + b + d);
        part(c, box(0, 0, W, a * unit), top);
        part(c, box(0, a * unit, W, b * unit), middle);
        part(c, box(0, (a + b) * unit, W, d * unit), bottom);
    }

    private static void part(Canvas c, Shape shape, Color color) {
        c.fill(waved(shape), color);
    }

    /** Bends a shape as the wind bends the cloth; the pole's edge stays where it is. */
    private static Shape waved(Shape shape) {
        Path2D bent = new Path2D.Double();
        double[] to = new double[6];
        double lastX = 0;
        double lastY = 0;
        for (PathIterator it = new FlatteningPathIterator(shape.getPathIterator(new AffineTransform()), 0.2);
                !it.isDone();
                it.next()) {
            switch (it.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> bent.moveTo(to[0], to[1] + lift(to[0]));
                case PathIterator.SEG_LINETO -> {
                    for (int i = 1; i <= 40; i++) {
                        double x = lastX + (to[0] - lastX) * i / 40;
                        bent.lineTo(x, lastY + (to[1] - lastY) * i / 40 + lift(x));
                    }
                }
                default -> bent.closePath();
            }
            lastX = to[0];
            lastY = to[1];
        }
        return bent;
    }

    private static double lift(double x) {
        return 9 * Math.sin(x / W * Math.PI * 2.4) * Math.min(1, x / 50);
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Bird;
import dev.rewarddesk.sample.motif.Sky;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.util.Random;

/**
 * A harbour: five sailing boats (red, yellow, white, blue, green from the left), a lighthouse at the right, 3 gulls, a
 * pier with three bollards.
 */
public final class Harbour implements Drawing {
    private static final double HORIZON = 430;

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x7FC4DE), rgb(0xFFE3BE));
        c.down(box(0, 0, 1600, HORIZON), rgb(0x86C8E0), rgb(0xFFDDB0));
        Sky.sun(c, 470, 330, 64, rgb(0xFFC766));
        Sky.cloud(c, 760, 150, 250);
        Sky.cloud(c, 90, 120, 190);
        Sky.cloud(c, 1060, 220, 150);
        c.fill(
                land(
                        HORIZON, 0, 380, 160, 330, 330, 372, 520, 320, 760, 382, 960, 340, 1180, 376, 1400, 330, 1600,
                        352),
                rgb(0xB9C7CF));
        c.fill(land(HORIZON, 0, 404, 240, 372, 420, 410, 700, 396, 880, 412, 1120, 372, 1600, 400), rgb(0x93B3B5));
        sea(c);
        boat(c, 1000, 520, 0.62, BLUE);
        boat(c, 470, 540, 0.72, YELLOW);
        boat(c, 745, 600, 0.95, WHITE);
        lighthouse(c);
        boat(c, 225, 660, 1.15, RED);
        boat(c, 1130, 740, 1.3, GREEN);
        pier(c);
        Bird.gull(c, 610, 200, 84, WHITE);
        Bird.gull(c, 700, 262, 58, WHITE);
        Bird.gull(c, 1180, 130, 76, WHITE);
    }

    private static void sea(Canvas c) {
        c.down(box(0, HORIZON, 1600, 470), rgb(0x8CCFD3), rgb(0x1F6F8B));
        c.down(
                poly(430, HORIZON, 510, HORIZON, 640, 760, 300, 760),
                clear(rgb(0xFFE3A8), 0.75),
                clear(rgb(0xFFE3A8), 0));
        Random random = new Random(7);
        for (int i = 0; i < 150; i++) {
            double depth = random.nextDouble();
            double y = HORIZON + 8 + depth * depth * 440;
            double x = random.nextDouble() * 1640 - 20;
            double w = 16 + depth * 80;
            c.line(
                    curve(
                            x,
                            y,
                            x + w * 0.25,
                            y - 2 - depth * 3,
                            x + w * 0.5,
                            y,
                            x + w * 0.75,
                            y + 2 + depth * 3,
                            x + w,
                            y),
                    1.4 + depth * 2,
                    clear(WHITE, 0.2 + 0.15 * depth));
        }
    }

    private static void boat(Canvas canvas, double x, double y, double scale, Color sail) {
        canvas.at(x, y, scale, 0, c -> {
            c.veil(0.28, mirror -> {
                mirror.fill(poly(-8, 12, -8, 170, -84, 40), sail);
                mirror.fill(poly(8, 12, 8, 130, 70, 40), sail);
                mirror.fill(oval(0, 14, 96, 16), INK);
            });
            c.line(line(0, -4, 0, -262), 6, BROWN);
            Shape main = curveSail(-8, -250, -8, -38, -104, -38, -56);
            c.across(main, dark(sail, 0.1), light(sail, 0.15));
            Shape jib = curveSail(8, -222, 8, -40, 84, -40, 46);
            c.across(jib, light(sail, 0.3), dark(sail, 0.06));
            c.line(line(-106, -33, 6, -33), 5, BROWN);
            c.fill(poly(0, -262, 36, -252, 0, -242), CORAL);
            Shape hull = blob(-112, -26, 0, -22, 118, -30, 100, 0, 74, 14, -70, 14, -98, 4);
            c.down(hull, light(WOOD, 0.2), BROWN);
            c.inside(hull, inner -> inner.fill(box(-130, -30, 260, 14), CREAM));
            c.line(curve(-104, 16, -50, 20, 0, 15, 50, 20, 112, 15), 4, clear(WHITE, 0.7));
        });
    }

    private static Shape curveSail(
            double topX, double topY, double mastX, double footY, double outX, double outY, double bulge) {
        Path2D path = new Path2D.Double();
        path.moveTo(topX, topY);
        path.quadTo(bulge * 1.15, (topY + outY) * 0.55, outX, outY);
        path.quadTo((outX + mastX) / 2, outY + 8, mastX, footY);
        path.closePath();
        return path;
    }

    private static void lighthouse(Canvas c) {
        c.down(land(900, 1270, 700, 1330, 590, 1420, 556, 1500, 548, 1600, 520), rgb(0x7C7F8C), rgb(0x4C5468));
        c.fill(land(900, 1330, 720, 1400, 628, 1480, 600, 1600, 592), clear(INK, 0.18));
        c.fill(blob(1360, 572, 1430, 548, 1600, 512, 1600, 548, 1470, 578), GREEN);
        c.glow(1465, 206, 130, clear(YELLOW, 0.7));
        Shape tower = poly(1424, 562, 1440, 236, 1490, 236, 1508, 562);
        c.across(tower, WHITE, rgb(0xD9D4CF));
        c.inside(tower, inner -> {
            for (int i = 0; i < 3; i++) {
                inner.across(box(1400, 270 + i * 104, 130, 52), RED, dark(RED, 0.18));
            }
        });
        c.fill(round(1428, 226, 74, 14, 4), INK);
        c.fill(box(1446, 182, 38, 46), light(YELLOW, 0.4));
        c.line(line(1465, 182, 1465, 228), 3, INK);
        c.fill(poly(1436, 184, 1465, 148, 1494, 184), dark(RED, 0.12));
        c.fill(circle(1465, 146, 5), INK);
        c.fill(round(1454, 520, 24, 42, 10), BROWN);
        c.fill(circle(1466, 346, 9), NAVY);
    }

    private static void pier(Canvas c) {
        for (int i = 0; i < 4; i++) {
            c.across(box(40 + i * 150, 800, 30, 110), WOOD, dark(BROWN, 0.2));
        }
        c.shadow(box(0, 800, 570, 26), 0, 12, 14, 0.4);
        c.down(box(0, 782, 570, 30), light(WOOD, 0.3), WOOD);
        for (int i = 0; i < 15; i++) {
            c.fill(box(i * 38 + 34, 782, 3, 30), clear(INK, 0.25));
        }
        for (double x : new double[] {110, 330, 540}) {
            c.across(round(x - 13, 744, 26, 40, 6), light(ASPHALT, 0.2), INK);
            c.fill(round(x - 18, 736, 36, 14, 7), INK);
        }
        c.line(curve(110, 756, 220, 796, 330, 756), 6, SAND);
        c.line(curve(330, 756, 435, 796, 540, 756), 6, SAND);
    }
}

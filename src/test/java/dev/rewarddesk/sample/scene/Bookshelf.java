package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Cat;
import java.awt.Color;
import java.awt.Shape;

/**
 * A bookcase of three shelves: 9 books and a vase above, 6 books and a globe in the middle, 8 books and a white cat
 * below. The globe stands left of its books, the cat right of hers. On top lie two books and a lamp.
 */
public final class Bookshelf implements Drawing {
    private static final Color[] SPINES = {RED, NAVY, YELLOW, TEAL, CORAL, PURPLE, GREEN, ORANGE, BLUE};

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1200, 1500), rgb(0xBFD9D2), rgb(0x9CC2BB));
        for (int i = 0; i < 9; i++) {
            c.fill(box(i * 140, 0, 70, 1500), clear(WHITE, 0.1));
        }
        c.down(box(0, 1340, 1200, 160), rgb(0xC08A5D), rgb(0x9B6844));
        c.fill(box(0, 1326, 1200, 20), CREAM);
        Shape body = round(150, 320, 900, 1060, 12);
        c.shadow(body, 16, 20, 44, 0.5);
        c.down(body, rgb(0xB77B4F), rgb(0x8A5A3C));
        for (int shelf = 0; shelf < 3; shelf++) {
            double y = 356 + shelf * 330;
            c.down(box(190, y, 820, 300), rgb(0x6B4431), rgb(0x845640));
            c.down(box(190, y, 820, 40), clear(INK, 0.4), clear(INK, 0));
        }
        books(c, 216, 656, 9, 0, 63);
        vase(c, 910, 656);
        globe(c, 330, 986);
        books(c, 500, 986, 6, 4, 70);
        books(c, 216, 1316, 8, 2, 64);
        Cat.sitting(c, 880, 1316, 210, rgb(0xF3EDE4));
        top(c);
        c.fill(join(box(180, 1376, 40, 26), box(980, 1376, 40, 26)), rgb(0x6B4431));
    }

    private static void books(Canvas c, double x, double floor, int count, int first, double step) {
        for (int i = 0; i < count; i++) {
            Color color = SPINES[(first + i * 2) % SPINES.length];
            double h = 200 + (i * 37 + first * 11) % 66;
            double w = step - 4 - (i * 13 + first) % 12;
            double left = x + i * step;
            Shape spine = round(left, floor - h, w, h, 5);
            c.shadow(spine, 5, 2, 9, 0.4);
            c.across(spine, light(color, 0.12), dark(color, 0.14));
            Color trim = color.equals(YELLOW) ? BROWN : light(YELLOW, 0.35);
            c.fill(box(left, floor - h + 26, w, 7), clear(trim, 0.85));
            c.fill(box(left, floor - 44, w, 7), clear(trim, 0.85));
            if (i % 3 == 0) {
                c.fill(star(left + w / 2, floor - h / 2, w * 0.24, w * 0.11, 5), clear(trim, 0.9));
            } else if (i % 3 == 1) {
                c.fill(round(left + w * 0.28, floor - h + 60, w * 0.44, h * 0.36, 5), clear(trim, 0.55));
            } else {
                c.fill(circle(left + w / 2, floor - h + 74, w * 0.2), clear(trim, 0.8));
            }
        }
    }

    private static void vase(Canvas c, double x, double y) {
        for (int i = 0; i < 3; i++) {
            double tx = x - 56 + i * 56;
            double ty = y - 206 - (i == 1 ? 34 : 0);
            c.line(curve(x, y - 100, (x + tx) / 2, (y - 100 + ty) / 2 - 10, tx, ty), 6, GREEN);
            c.fill(leaf(x, y - 110, (x + tx) / 2 + 16, ty + 50, 0.3), FOREST);
            for (int k = 0; k < 6; k++) {
                double a = Math.PI * k / 3;
                c.fill(circle(tx + 15 * Math.cos(a), ty + 15 * Math.sin(a), 12), i == 1 ? WHITE : PINK);
            }
            c.fill(circle(tx, ty, 10), YELLOW);
        }
        c.across(
                blob(
                        x - 22, y - 124, x + 22, y - 124, x + 20, y - 96, x + 48, y - 50, x + 28, y, x - 28, y, x - 48,
                        y - 50, x - 20, y - 96),
                light(BLUE, 0.3),
                dark(BLUE, 0.15));
    }

    private static void globe(Canvas c, double x, double y) {
        c.fill(round(x - 64, y - 18, 128, 18, 9), dark(WOOD, 0.3));
        c.fill(box(x - 8, y - 60, 16, 46), dark(WOOD, 0.2));
        Shape ball = circle(x, y - 148, 84);
        c.shadow(ball, 8, 8, 16, 0.4);
        c.ball(ball, BLUE);
        c.inside(ball, inner -> {
            inner.fill(blob(x - 60, y - 210, x - 10, y - 216, x + 4, y - 176, x - 26, y - 150, x - 60, y - 166), GREEN);
            inner.fill(blob(x - 34, y - 136, x - 2, y - 130, x - 8, y - 96, x - 30, y - 76), GREEN);
            inner.fill(blob(x + 26, y - 190, x + 84, y - 200, x + 80, y - 140, x + 40, y - 120, x + 20, y - 156), LIME);
        });
        c.line(arc(x, y - 148, 97, 60, -195), 8, YELLOW);
    }

    private static void top(Canvas c) {
        c.shadow(box(190, 300, 250, 20), 4, 8, 14, 0.4);
        c.across(round(200, 276, 230, 44, 6), light(TEAL, 0.1), dark(TEAL, 0.2));
        c.fill(box(240, 276, 10, 44), SAND);
        c.across(round(226, 236, 190, 40, 6), light(CORAL, 0.1), dark(CORAL, 0.12));
        c.fill(box(376, 236, 10, 40), SAND);
        c.glow(850, 200, 300, clear(YELLOW, 0.5));
        c.fill(round(790, 302, 120, 18, 9), INK);
        c.line(line(850, 306, 850, 190), 10, INK);
        c.down(poly(790, 90, 910, 90, 954, 206, 746, 206), light(YELLOW, 0.5), YELLOW);
        c.fill(oval(850, 206, 104, 8), light(YELLOW, 0.7));
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Color;
import java.awt.Shape;

/** A bicycle shop: outside stand, from the left, a red, a green and a blue bicycle; three wheels hang in the window. */
public final class BicycleShop implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1500, 800), rgb(0xE8A27C), rgb(0xD98D69));
        for (int row = 0; row < 27; row++) {
            for (int i = -1; i < 20; i++) {
                c.fill(
                        round(i * 80 + (row % 2) * 40 + 3, row * 30 + 3, 74, 24, 3),
                        clear((i * 7 + row * 3) % 5 == 0 ? WHITE : RED, 0.1));
            }
        }
        upper(c);
        front(c);
        c.down(box(0, 790, 1500, 210), rgb(0xD9CFC4), rgb(0xB4A8A0));
        for (int i = 0; i < 11; i++) {
            c.line(line(i * 150 - 20, 794, (i - 5) * 210 + 750 - 20, 1000), 2, clear(INK, 0.12));
        }
        c.line(line(0, 870, 1500, 870), 2, clear(INK, 0.12));
        pot(c, 912, 826);
        pot(c, 1126, 826);
        bicycle(c, 250, 900, RED, false);
        bicycle(c, 690, 910, GREEN, true);
        bicycle(c, 1270, 905, BLUE, false);
    }

    private static void upper(Canvas c) {
        for (double x : new double[] {120, 480, 840, 1200}) {
            c.shadow(box(x, 20, 180, 130), 0, 6, 12, 0.35);
            c.fill(box(x - 10, 0, 200, 160), CREAM);
            c.down(box(x, 0, 180, 150), rgb(0x8DB7CB), rgb(0x5F8CA6));
            c.fill(poly(x + 20, 150, x + 90, 0, x + 130, 0, x + 60, 150), clear(WHITE, 0.2));
            c.fill(box(x + 86, 0, 8, 150), CREAM);
            c.fill(box(x - 20, 156, 220, 16), light(SAND, 0.3));
        }
    }

    private static void front(Canvas c) {
        c.shadow(box(60, 250, 1380, 540), 0, 6, 24, 0.4);
        c.down(box(60, 240, 1380, 560), light(TEAL, 0.05), dark(TEAL, 0.25));
        c.down(box(40, 226, 1420, 26), light(TEAL, 0.2), TEAL);
        // The sign shows a wheel between two spanners instead of words.
        c.down(round(520, 196, 460, 100, 22), CREAM, SAND);
        wheel(c, 750, 246, 40, INK);
        for (int side : new int[] {-1, 1}) {
            c.line(line(750 + side * 90, 246, 750 + side * 180, 246), 12, INK);
            c.fill(cut(circle(750 + side * 190, 246, 22), box(750 + side * 206 - 14, 238, 28, 16)), INK);
        }
        window(c, 110, 340, 760);
        window(c, 1160, 340, 240);
        c.down(box(930, 330, 180, 470), rgb(0x7C4B38), rgb(0x64392B));
        c.down(round(954, 356, 132, 250, 8), rgb(0xB9DCE3), rgb(0x7FB1C2));
        c.fill(poly(964, 606, 1040, 356, 1074, 356, 998, 606), clear(WHITE, 0.3));
        c.fill(circle(1088, 650, 9), YELLOW);
        for (int i = 0; i < 14; i++) {
            double x = 80 + i * 60;
            c.down(
                    join(box(x, 316, 60, 58), segment(x + 30, 374, 30, 18, 180, 180)),
                    i % 2 == 0 ? YELLOW : WHITE,
                    i % 2 == 0 ? dark(YELLOW, 0.08) : CREAM);
        }
        c.down(box(80, 374, 840, 40), clear(INK, 0.2), clear(INK, 0));
    }

    private static void window(Canvas c, double x, double y, double w) {
        c.fill(box(x - 12, y - 12, w + 24, 384), CREAM);
        Shape glass = box(x, y, w, 360);
        c.down(glass, rgb(0x4F6E7C), rgb(0x86A6AA));
        c.inside(glass, inner -> {
            inner.glow(x + w / 2, y + 60, 340, clear(YELLOW, 0.55));
            if (w > 300) {
                for (int i = 0; i < 3; i++) {
                    double cx = x + 150 + i * 230;
                    inner.line(line(cx, y, cx, y + 110), 3, INK);
                    wheel(inner, cx, y + 170, 66, light(INK, 0.1));
                }
            } else {
                for (int shelf = 0; shelf < 2; shelf++) {
                    double sy = y + 140 + shelf * 120;
                    inner.fill(box(x + 16, sy, w - 32, 10), BROWN);
                    for (int i = 0; i < 2; i++) {
                        helmet(inner, x + 70 + i * 100, sy, shelf == 0 ? CORAL : YELLOW);
                    }
                }
            }
            inner.fill(
                    poly(x + w * 0.1, y + 360, x + w * 0.35, y, x + w * 0.45, y, x + w * 0.2, y + 360),
                    clear(WHITE, 0.13));
        });
    }

    private static void helmet(Canvas c, double x, double y, Color color) {
        c.down(segment(x, y - 4, 40, 46, 0, 180), light(color, 0.2), dark(color, 0.1));
        c.fill(leaf(x - 8, y - 12, x - 4, y - 42, 0.2), dark(color, 0.4));
        c.fill(leaf(x + 14, y - 12, x + 10, y - 40, 0.2), dark(color, 0.4));
        c.fill(round(x - 42, y - 10, 84, 8, 4), INK);
    }

    private static void wheel(Canvas c, double x, double y, double r, Color rubber) {
        for (int i = 0; i < 12; i++) {
            double a = Math.PI * i / 6;
            c.line(line(x, y, x + r * Math.cos(a), y + r * Math.sin(a)), r * 0.025, clear(WHITE, 0.75));
        }
        c.line(circle(x, y, r), r * 0.12, rubber);
        c.line(circle(x, y, r * 0.9), r * 0.04, light(GREY, 0.4));
        c.fill(circle(x, y, r * 0.1), rubber);
    }

    private static void bicycle(Canvas canvas, double x, double ground, Color color, boolean basket) {
        canvas.at(x, ground, 1.08, 0, c -> {
            c.shadow(oval(0, -2, 180, 9), 0, 2, 12, 0.5);
            spokes(c, -105);
            spokes(c, 110);
            c.line(line(-105, -72, -8, -72), 5, GREY);
            c.line(poly(-8, -72, -46, -166, 72, -166), 10, color);
            c.line(line(-105, -72, -40, -152), 8, dark(color, 0.12));
            c.line(line(-105, -72, -8, -72), 8, dark(color, 0.12));
            c.line(open(110, -72, 72, -166, 62, -196), 10, dark(color, 0.08));
            c.line(line(-46, -166, -56, -192), 8, INK);
            c.fill(blob(-92, -200, -60, -206, -22, -196, -48, -188, -84, -186), BROWN);
            c.line(curve(34, -200, 62, -204, 84, -212, 96, -204), 8, INK);
            c.line(line(28, -198, 44, -201), 11, BROWN);
            c.line(circle(-8, -72, 19), 5, INK);
            c.line(line(-8, -72, 14, -46), 6, INK);
            c.fill(round(4, -46, 26, 8, 3), INK);
            c.line(arc(-105, -72, 78, 40, 120), 7, color);
            c.line(arc(110, -72, 78, 20, 120), 7, color);
            if (basket) {
                Shape weave = poly(86, -214, 166, -214, 154, -154, 98, -154);
                c.down(weave, light(WOOD, 0.25), WOOD);
                for (int i = 0; i < 4; i++) {
                    c.line(line(90 + i * 3, -202 + i * 13, 162 - i * 3, -202 + i * 13), 2.5, BROWN);
                }
                for (int i = 0; i < 3; i++) {
                    c.fill(leaf(104 + i * 22, -212, 98 + i * 28, -252, 0.25), FOREST);
                    c.fill(star(102 + i * 26, -244 + (i % 2) * 8, 17, 9, 7), i == 1 ? WHITE : PINK);
                    c.fill(circle(102 + i * 26, -244 + (i % 2) * 8, 6), YELLOW);
                }
            }
        });
    }

    private static void spokes(Canvas c, double x) {
        for (int i = 0; i < 20; i++) {
            double a = Math.PI * i / 10;
            c.line(line(x, -72, x + 66 * Math.cos(a), -72 + 66 * Math.sin(a)), 1.2, clear(INK, 0.5));
        }
        c.line(circle(x, -72, 67), 10, INK);
        c.line(circle(x, -72, 61), 3, light(GREY, 0.5));
        c.fill(circle(x, -72, 8), INK);
    }

    private static void pot(Canvas c, double x, double y) {
        c.shadow(oval(x, y, 50, 8), 0, 0, 10, 0.5);
        c.fill(circle(x - 26, y - 110, 34), FOREST);
        c.fill(circle(x + 26, y - 108, 34), GREEN);
        c.fill(circle(x, y - 134, 38), GREEN);
        c.fill(circle(x - 12, y - 142, 16), light(GREEN, 0.25));
        c.across(poly(x - 42, y - 90, x + 42, y - 90, x + 30, y, x - 30, y), light(CORAL, 0.1), dark(CORAL, 0.2));
        c.fill(round(x - 48, y - 98, 96, 20, 6), CORAL);
    }
}

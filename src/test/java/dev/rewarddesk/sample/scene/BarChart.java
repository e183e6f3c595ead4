package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Color;
import java.awt.Shape;

/** A bar chart without words: blue 4, orange 7, green 5, red 9, purple 3, teal 6 grid lines high. */
public final class BarChart implements Drawing {
    private static final double FLOOR = 660;
    private static final double STEP = 54;

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1200, 800), rgb(0xFCE7CF), rgb(0xF4CDB0));
        c.fill(circle(1100, 60, 220), clear(CORAL, 0.18));
        c.fill(circle(60, 760, 260), clear(TEAL, 0.14));
        Shape card = round(70, 60, 1060, 680, 32);
        c.shadow(card, 0, 14, 36, 0.35);
        c.down(card, WHITE, rgb(0xFFF8EC));
        for (int i = 1; i <= 10; i++) {
            double y = FLOOR - i * STEP;
            c.line(line(170, y, 1070, y), i % 5 == 0 ? 3 : 1.5, clear(INK, i % 5 == 0 ? 0.3 : 0.14));
            c.line(line(158, y, 170, y), i % 5 == 0 ? 4 : 2, clear(INK, 0.6));
        }
        int[] values = {4, 7, 5, 9, 3, 6};
        Color[] colors = {BLUE, ORANGE, GREEN, RED, PURPLE, TEAL};
        for (int i = 0; i < 6; i++) {
            double x = 206 + i * 144;
            double top = FLOOR - values[i] * STEP;
            Shape bar = join(round(x, top, 98, 40, 12), box(x, top + 20, 98, FLOOR - top - 20));
            c.shadow(bar, 6, 4, 12, 0.3);
            c.down(bar, light(colors[i], 0.22), colors[i]);
            c.fill(round(x + 12, top + 14, 10, FLOOR - top - 30, 5), clear(WHITE, 0.3));
            c.fill(circle(x + 49, 700, 11), colors[i]);
        }
        c.line(open(170, 110, 170, FLOOR, 1080, FLOOR), 5, INK);
    }
}

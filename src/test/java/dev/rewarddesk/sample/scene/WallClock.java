package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.brush.Numerals;
import java.awt.Color;
import java.awt.Shape;

/** A wall clock that shows ten past nine, over a shelf with a plant at the left, two candles and three books. */
public final class WallClock implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 900, 900), rgb(0xF7DFC0), rgb(0xEDC59C));
        for (int i = 0; i < 10; i++) {
            c.fill(box(i * 100 + 10, 0, 50, 900), clear(WHITE, 0.25));
        }
        c.glow(240, 160, 560, clear(WHITE, 0.5));
        clock(c);
        shelf(c);
    }

    private static void clock(Canvas canvas) {
        canvas.at(450, 352, c -> {
            Shape rim = circle(0, 0, 300);
            c.shadow(rim, 14, 26, 44, 0.5);
            c.down(rim, rgb(0xB77B4F), rgb(0x74462F));
            c.fill(circle(0, 0, 282), rgb(0x8C5738));
            c.down(circle(0, 0, 262), rgb(0xFFFDF6), rgb(0xFBEFD9));
            c.line(circle(0, 0, 262), 5, clear(INK, 0.25));
            for (int i = 0; i < 60; i++) {
                double a = Math.PI * i / 30;
                double inner = i % 5 == 0 ? 226 : 238;
                c.line(
                        line(inner * Math.sin(a), -inner * Math.cos(a), 246 * Math.sin(a), -246 * Math.cos(a)),
                        i % 5 == 0 ? 7 : 3,
                        i % 5 == 0 ? INK : clear(INK, 0.5));
            }
            for (int hour = 1; hour <= 12; hour++) {
                double a = Math.PI * hour / 6;
                c.fill(Numerals.number(hour, 184 * Math.sin(a), -184 * Math.cos(a), 46, 7.5), INK);
            }
            hand(c, (9 + 10 / 60.0) * 30, 112, 15, INK);
            hand(c, 60, 158, 10, INK);
            c.fill(circle(0, 0, 16), RED);
            c.fill(circle(0, 0, 6), CREAM);
        });
    }

    private static void hand(Canvas canvas, double degrees, double length, double half, Color color) {
        canvas.at(0, 0, 1, degrees, c -> {
            Shape hand = poly(-half * 0.7, 26, half * 0.7, 26, half, -length * 0.6, 0, -length, -half, -length * 0.6);
            c.shadow(hand, 4, 6, 9, 0.4);
            c.fill(hand, color);
        });
    }

    private static void shelf(Canvas c) {
        c.shadow(box(110, 824, 680, 28), 0, 20, 26, 0.5);
        plant(c);
        for (int i = 0; i < 2; i++) {
            double x = 430 + i * 80;
            double h = 76 - i * 24;
            c.glow(x + 20, 824 - h - 34, 70, clear(YELLOW, 0.7));
            c.across(round(x, 824 - h, 40, h, 6), WHITE, rgb(0xE8D6BE));
            c.line(line(x + 20, 824 - h, x + 20, 824 - h - 12), 3, INK);
            c.down(leaf(x + 20, 824 - h - 56, x + 20, 824 - h - 8, 0.35), YELLOW, ORANGE);
        }
        Color[] spines = {BLUE, RED, GREEN};
        for (int i = 0; i < 3; i++) {
            c.across(
                    round(600 + i * 44, 716 + i * 12, 42, 108 - i * 12, 4),
                    light(spines[i], 0.15),
                    dark(spines[i], 0.12));
            c.fill(box(600 + i * 44, 740 + i * 12, 42, 8), clear(CREAM, 0.8));
        }
        c.down(round(100, 822, 700, 32, 6), rgb(0xC68B5C), rgb(0x8A5A3C));
        c.fill(poly(180, 854, 220, 854, 180, 896), rgb(0x74462F));
        c.fill(poly(720, 854, 680, 854, 720, 896), rgb(0x74462F));
    }

    private static void plant(Canvas c) {
        for (int i = 0; i < 7; i++) {
            double a = Math.toRadians(-90 + (i - 3) * 24);
            double reach = 120 - Math.abs(i - 3) * 9;
            c.fill(
                    leaf(230, 758, 230 + reach * Math.cos(a), 758 + reach * Math.sin(a), 0.26),
                    i % 2 == 0 ? FOREST : GREEN);
        }
        c.across(poly(186, 756, 274, 756, 262, 824, 198, 824), light(TEAL, 0.15), dark(TEAL, 0.15));
        c.fill(round(180, 744, 100, 20, 8), light(TEAL, 0.1));
    }
}

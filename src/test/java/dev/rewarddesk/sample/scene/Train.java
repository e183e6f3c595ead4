package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Bird;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Area;

/**
 * A red steam engine pulls five wagons to the right over a viaduct; from the engine backwards they are green, yellow,
 * blue, purple and orange. The last one carries logs.
 */
public final class Train implements Drawing {
    private static final double RAIL = 566;

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x89CDE6), rgb(0xFFE8CB));
        Sky.cloud(c, 140, 170, 250);
        Sky.cloud(c, 820, 130, 200);
        c.fill(land(900, 0, 470, 300, 340, 620, 450, 980, 330, 1400, 450, 1800, 340, 2200, 430), rgb(0xB7CBD8));
        c.fill(land(900, 0, 560, 380, 470, 800, 540, 1300, 460, 1760, 540, 2200, 480), rgb(0x9CC4A2));
        c.down(land(900, 0, 620, 420, 580, 900, 634, 1500, 580, 2200, 624), rgb(0x8CC27A), rgb(0x6BAA66));
        // Small firs in the distance, seen through the six arches.
        for (int i = 0; i < 6; i++) {
            Tree.fir(c, 120 + i * 370, 806, 92, rgb(0x3C7D5C));
            Tree.fir(c, 178 + i * 370, 818, 120, FOREST);
            Tree.fir(c, 236 + i * 370, 808, 78, rgb(0x3C7D5C));
        }
        viaduct(c);
        Color[] wagons = {ORANGE, PURPLE, BLUE, YELLOW, GREEN};
        for (int i = 0; i < 5; i++) {
            wagon(c, 70 + i * 322, wagons[i], i == 0);
        }
        engine(c, 1690);
        Bird.gull(c, 520, 200, 60, INK);
        Bird.gull(c, 600, 170, 44, INK);
    }

    private static void viaduct(Canvas c) {
        Shape wall = box(0, RAIL + 22, 2200, 270);
        Shape open = new Area();
        for (int i = 0; i < 6; i++) {
            open = join(open, box(44 + i * 370, 770, 270, 140), oval(179 + i * 370, 770, 135, 118));
        }
        Shape stone = cut(wall, open);
        c.shadow(stone, 0, 10, 20, 0.4);
        c.down(stone, rgb(0xE2BE98), rgb(0xB98A66));
        c.inside(stone, inner -> {
            for (int row = 0; row < 12; row++) {
                for (int i = -1; i < 40; i++) {
                    inner.fill(
                            round(i * 60 + (row % 2) * 30, RAIL + 46 + row * 26, 55, 21, 3),
                            clear(WHITE, (i * 3 + row) % 4 == 0 ? 0.2 : 0.1));
                }
            }
        });
        c.down(land(900, 0, 850, 500, 830, 1100, 856, 1700, 830, 2200, 850), rgb(0x74B262), rgb(0x468F4E));
        for (int i = 0; i < 11; i++) {
            Tree.shrub(c, 20 + i * 216, 872, 130, i % 2 == 0 ? FOREST : GREEN);
        }
        c.fill(box(0, RAIL + 14, 2200, 16), rgb(0x8A6247));
        for (int i = 0; i < 70; i++) {
            c.fill(box(i * 32, RAIL + 6, 16, 10), BROWN);
        }
        c.fill(box(0, RAIL, 2200, 7), INK);
    }

    private static void wagon(Canvas c, double x, Color color, boolean logs) {
        c.line(line(x + 290, RAIL - 44, x + 332, RAIL - 44), 9, INK);
        c.fill(box(x, RAIL - 58, 296, 22), INK);
        if (logs) {
            for (int i = 0; i < 3; i++) {
                c.across(round(x + 16, RAIL - 162 + i * 34, 262, 36, 18), light(BROWN, 0.15), BROWN);
                c.fill(oval(x + 266, RAIL - 144 + i * 34, 13, 17), SAND);
                c.line(oval(x + 266, RAIL - 144 + i * 34, 7, 9), 2.5, WOOD);
            }
            for (int i = 0; i < 3; i++) {
                c.down(box(x + 30 + i * 112, RAIL - 176, 14, 122), light(color, 0.1), color);
            }
            c.down(round(x, RAIL - 76, 296, 26, 6), light(color, 0.12), color);
        } else {
            Shape body = round(x, RAIL - 204, 296, 152, 14);
            c.shadow(body, 0, 6, 12, 0.3);
            c.down(body, light(color, 0.2), dark(color, 0.06));
            c.fill(round(x - 10, RAIL - 220, 316, 26, 12), dark(color, 0.35));
            for (int i = 0; i < 4; i++) {
                c.fill(round(x + 20 + i * 66, RAIL - 176, 56, 58, 8), CREAM);
                c.down(round(x + 25 + i * 66, RAIL - 171, 46, 48, 5), rgb(0xA9DCE8), rgb(0x6FA9C4));
                c.fill(
                        poly(
                                x + 30 + i * 66,
                                RAIL - 123,
                                x + 48 + i * 66,
                                RAIL - 171,
                                x + 58 + i * 66,
                                RAIL - 171,
                                x + 40 + i * 66,
                                RAIL - 123),
                        clear(WHITE, 0.35));
            }
            c.fill(box(x, RAIL - 98, 296, 10), clear(WHITE, 0.75));
        }
        wheel(c, x + 64, 30);
        wheel(c, x + 232, 30);
    }

    private static void engine(Canvas c, double x) {
        for (int i = 0; i < 6; i++) {
            c.ball(circle(x + 316 - i * 74, RAIL - 318 - i * 30, 26 + i * 9), clear(WHITE, 0.92 - i * 0.12));
        }
        c.shadow(box(x, RAIL - 60, 420, 30), 0, 8, 12, 0.4);
        c.fill(box(x - 4, RAIL - 64, 420, 28), INK);
        c.down(box(x, RAIL - 240, 136, 180), light(RED, 0.15), dark(RED, 0.1));
        c.fill(round(x - 18, RAIL - 260, 172, 26, 12), INK);
        c.fill(round(x + 30, RAIL - 210, 76, 70, 8), CREAM);
        c.down(round(x + 37, RAIL - 203, 62, 56, 5), rgb(0xA9DCE8), rgb(0x6FA9C4));
        c.down(round(x + 126, RAIL - 190, 270, 128, 26), light(RED, 0.25), dark(RED, 0.2));
        for (int i = 0; i < 3; i++) {
            c.fill(box(x + 172 + i * 70, RAIL - 190, 12, 128), YELLOW);
        }
        c.across(
                poly(x + 290, RAIL - 188, x + 298, RAIL - 256, x + 340, RAIL - 256, x + 348, RAIL - 188),
                rgb(0x454B60),
                INK);
        c.fill(round(x + 284, RAIL - 278, 70, 26, 8), INK);
        c.down(segment(x + 222, RAIL - 186, 30, 36, 0, 180), light(YELLOW, 0.2), dark(YELLOW, 0.1));
        c.fill(circle(x + 402, RAIL - 150, 18), INK);
        c.glow(x + 410, RAIL - 150, 60, clear(YELLOW, 0.8));
        c.fill(circle(x + 408, RAIL - 150, 12), light(YELLOW, 0.5));
        c.fill(poly(x + 396, RAIL - 56, x + 412, RAIL - 56, x + 462, RAIL - 8, x + 388, RAIL - 8), INK);
        wheel(c, x + 66, 50);
        wheel(c, x + 188, 50);
        wheel(c, x + 300, 34);
        wheel(c, x + 376, 34);
        c.line(line(x + 66, RAIL - 36, x + 188, RAIL - 36), 10, GREY);
    }

    private static void wheel(Canvas c, double x, double r) {
        double y = RAIL - r + 2;
        c.fill(circle(x, y, r), INK);
        c.line(circle(x, y, r * 0.72), r * 0.14, light(GREY, 0.2));
        for (int i = 0; i < 4; i++) {
            double a = Math.PI * i / 4;
            c.line(
                    line(
                            x - r * 0.7 * Math.cos(a),
                            y - r * 0.7 * Math.sin(a),
                            x + r * 0.7 * Math.cos(a),
                            y + r * 0.7 * Math.sin(a)),
                    r * 0.08,
                    GREY);
        }
        c.fill(circle(x, y, r * 0.2), light(GREY, 0.3));
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Color;
import java.awt.Shape;

/**
 * A desk from above: a laptop, cup at its right, plant at the top left, notebook at the left with three pencils
 * (red, yellow, blue from the left) beside it, glasses, a telephone, four notes (two yellow, one pink, one green).
 */
public final class DeskFromAbove implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1600, 1100), rgb(0xE0B283), rgb(0xC99465));
        for (int i = 0; i < 5; i++) {
            c.fill(box(0, i * 220, 1600, 3), clear(BROWN, 0.35));
            for (int k = 0; k < 6; k++) {
                double y = i * 220 + 24 + k * 34;
                c.line(
                        curve(0, y, 400, y + 9 * Math.sin(i + k), 800, y - 6, 1200, y + 8 * Math.cos(k), 1600, y),
                        2,
                        clear(BROWN, 0.1));
            }
        }
        c.glow(420, 120, 900, clear(WHITE, 0.28));
        laptop(c);
        notebook(c);
        pencils(c);
        plant(c, 170, 170);
        cup(c, 1360, 260);
        notes(c);
        phone(c);
        glasses(c);
    }

    private static void laptop(Canvas c) {
        Shape base = round(500, 400, 600, 400, 26);
        Shape screen = poly(530, 90, 1070, 90, 1100, 392, 500, 392);
        c.shadow(join(base, screen), 6, 18, 34, 0.5);
        c.down(screen, rgb(0x3B4058), INK);
        c.down(poly(552, 112, 1048, 112, 1072, 372, 528, 372), rgb(0x8FD3E8), rgb(0xFBD9B0));
        c.inside(poly(552, 112, 1048, 112, 1072, 372, 528, 372), inner -> {
            inner.fill(circle(930, 210, 46), YELLOW);
            inner.fill(land(400, 500, 330, 640, 250, 760, 320, 900, 240, 1100, 330), rgb(0x5E9C8F));
            inner.fill(land(400, 500, 350, 700, 320, 900, 356, 1100, 320), FOREST);
        });
        c.down(base, rgb(0xE3E6EE), rgb(0xC2C8D6));
        c.fill(box(520, 392, 560, 12), rgb(0x8991A5));
        for (int row = 0; row < 5; row++) {
            for (int i = 0; i < 13; i++) {
                if (row == 4 && i > 3 && i < 9) {
                    continue;
                }
                c.fill(round(540 + i * 40.4, 428 + row * 38, 35, 32, 6), rgb(0x4A5068));
            }
        }
        c.fill(round(540 + 4 * 40.4, 580, 35 + 4 * 40.4, 32, 6), rgb(0x4A5068));
        c.fill(round(690, 640, 220, 136, 12), rgb(0xAEB6C7));
        c.fill(round(693, 643, 214, 130, 10), rgb(0xD3D8E3));
    }

    private static void notebook(Canvas canvas) {
        canvas.at(80, 430, 1, -5, c -> {
            c.shadow(round(0, 0, 330, 450, 14), 6, 14, 24, 0.45);
            c.fill(round(-8, -6, 346, 462, 16), TEAL);
            c.down(round(0, 0, 330, 450, 8), WHITE, CREAM);
            for (int i = 0; i < 11; i++) {
                c.line(line(40, 50 + i * 36, 306, 50 + i * 36), 2, clear(BLUE, 0.35));
            }
            for (int i = 0; i < 5; i++) {
                double y = 44 + i * 36;
                c.line(curve(44, y, 90, y - 9, 130, y + 2, 170, y - 8, 230 - i % 2 * 60, y), 3.5, clear(INK, 0.75));
            }
            for (int i = 0; i < 12; i++) {
                c.fill(circle(16, 30 + i * 36, 7), rgb(0xC99465));
                c.line(arc(2, 30 + i * 36, 14, 20, 200), 4, GREY);
            }
        });
    }

    private static void pencils(Canvas canvas) {
        Color[] colors = {RED, YELLOW, BLUE};
        for (int i = 0; i < 3; i++) {
            Color color = colors[i];
            canvas.at(560 + i * 62, 1010, 1, -8 + i * 9, c -> {
                Shape body = box(-12, -160, 24, 190);
                c.shadow(body, 6, 8, 10, 0.45);
                c.fill(box(-12, -160, 8, 176), dark(color, 0.12));
                c.fill(box(-4, -160, 8, 176), light(color, 0.15));
                c.fill(box(4, -160, 8, 176), color);
                c.fill(poly(-12, -160, 12, -160, 0, -204), SAND);
                c.fill(poly(-4, -189, 4, -189, 0, -204), dark(color, 0.1));
                c.fill(box(-12, 16, 24, 14), GREY);
                c.fill(round(-12, 28, 24, 26, 8), PINK);
            });
        }
    }

    private static void plant(Canvas c, double x, double y) {
        c.shadow(circle(x, y, 104), 10, 20, 30, 0.5);
        c.ball(circle(x, y, 100), CORAL);
        c.fill(circle(x, y, 82), rgb(0x5A3A2C));
        for (int ring = 0; ring < 2; ring++) {
            int count = 9 - ring * 3;
            double reach = 140 - ring * 52;
            for (int i = 0; i < count; i++) {
                double a = Math.PI * 2 * i / count + ring * 0.4;
                Shape leaf = leaf(
                        x + 8 * Math.cos(a),
                        y + 8 * Math.sin(a),
                        x + reach * Math.cos(a),
                        y + reach * Math.sin(a),
                        0.28);
                c.shadow(leaf, 3, 6, 9, 0.35);
                c.down(leaf, ring == 0 ? GREEN : light(GREEN, 0.22), ring == 0 ? FOREST : GREEN);
                c.line(
                        line(x, y, x + reach * 0.85 * Math.cos(a), y + reach * 0.85 * Math.sin(a)),
                        2.5,
                        clear(WHITE, 0.25));
            }
        }
    }

    private static void cup(Canvas c, double x, double y) {
        c.shadow(circle(x, y, 140), 10, 20, 30, 0.45);
        c.ball(circle(x, y, 138), WHITE);
        c.line(circle(x, y, 104), 3, clear(GREY, 0.4));
        c.line(line(x + 86, y + 54, x + 140, y + 88), 26, rgb(0xE9DFD0));
        c.shadow(circle(x, y, 92), 6, 12, 16, 0.4);
        c.ball(circle(x, y, 92), WHITE);
        c.ball(circle(x, y, 76), rgb(0x7A4A30));
        c.line(arc(x, y, 44, 20, 260), 9, rgb(0xC9976A));
        c.line(arc(x, y, 22, 200, 260), 7, rgb(0xE0B98D));
    }

    private static void notes(Canvas c) {
        note(c, 1190, 470, -5, YELLOW);
        note(c, 1390, 460, 4, PINK);
        note(c, 1210, 655, 3, LIME);
        note(c, 1405, 650, -4, YELLOW);
    }

    private static void note(Canvas canvas, double x, double y, double turn, Color color) {
        canvas.at(x, y, 1, turn, c -> {
            Shape paper = box(0, 0, 158, 158);
            c.shadow(paper, 4, 10, 14, 0.4);
            c.down(paper, light(color, 0.25), color);
            c.fill(box(0, 0, 158, 22), clear(WHITE, 0.3));
            for (int i = 0; i < 3; i++) {
                c.line(
                        curve(22, 58 + i * 32, 60, 52 + i * 32, 96, 62 + i * 32, 130 - i * 18, 56 + i * 32),
                        4,
                        clear(INK, 0.6));
            }
        });
    }

    private static void phone(Canvas canvas) {
        canvas.at(960, 975, 1, 80, c -> {
            Shape body = round(-70, -140, 140, 280, 24);
            c.shadow(body, 8, -10, 18, 0.5);
            c.fill(body, INK);
            c.down(round(-60, -128, 120, 256, 14), PURPLE, CORAL);
            for (int row = 0; row < 4; row++) {
                for (int i = 0; i < 3; i++) {
                    c.fill(round(-46 + i * 34, -100 + row * 40, 24, 24, 7), clear(WHITE, 0.75));
                }
            }
        });
    }

    private static void glasses(Canvas canvas) {
        canvas.at(1380, 1005, 1, -8, c -> {
            for (int side : new int[] {-1, 1}) {
                Shape lens = round(side * 82 - 64, -48, 128, 96, 38);
                c.shadow(lens, 4, 12, 12, 0.3);
                c.fill(lens, clear(WHITE, 0.35));
                c.line(lens, 11, BROWN);
                c.line(curve(side * 146, -24, side * 158, -70, side * 120, -120), 9, BROWN);
            }
            c.line(arc(0, 2, 20, 20, 140), 10, BROWN);
        });
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Color;
import java.awt.Shape;
import java.util.Random;

/** An aquarium: four orange-and-white fish, two blue ones, one yellow; a red crab, a castle at the right, a snail. */
public final class Aquarium implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1600, 1000), rgb(0xF6D9B8), rgb(0xE2B48C));
        c.down(box(0, 900, 1600, 100), rgb(0x9B6844), rgb(0x7A4E36));
        Shape tank = round(70, 70, 1460, 850, 30);
        c.shadow(tank, 0, 16, 34, 0.5);
        c.fill(tank, INK);
        Shape water = round(90, 110, 1420, 790, 16);
        c.down(round(90, 90, 1420, 810, 16), rgb(0xE9F6F5), rgb(0xBFE6EA));
        c.down(within(water, box(90, 150, 1420, 750)), rgb(0x7FD3DD), rgb(0x1F7FA6));
        c.inside(water, Aquarium::life);
        c.veil(0.16, glass -> {
            glass.fill(poly(180, 110, 330, 110, 190, 900, 110, 900, 110, 500), WHITE);
            glass.fill(poly(380, 110, 430, 110, 270, 900, 230, 900), WHITE);
        });
        c.line(tank, 10, rgb(0x3A3F58));
    }

    private static void life(Canvas c) {
        for (int i = 0; i < 5; i++) {
            c.down(
                    poly(260 + i * 260, 150, 350 + i * 260, 150, 260 + i * 260, 860, 60 + i * 260, 860),
                    clear(WHITE, 0.2),
                    clear(WHITE, 0));
        }
        c.fill(land(900, 90, 740, 360, 690, 640, 750, 960, 700, 1300, 760, 1510, 700), clear(NAVY, 0.25));
        weeds(c, 210, 5, FOREST);
        weeds(c, 760, 4, GREEN);
        castle(c);
        c.down(land(900, 90, 820, 400, 800, 760, 836, 1140, 806, 1510, 830), rgb(0xF0D7A2), rgb(0xC9A46C));
        Random random = new Random(6);
        for (int i = 0; i < 90; i++) {
            double x = 100 + random.nextDouble() * 1400;
            double y = 838 + random.nextDouble() * 56;
            c.ball(
                    oval(x, y, 5 + random.nextDouble() * 8, 4 + random.nextDouble() * 4),
                    i % 3 == 0 ? WHITE : i % 3 == 1 ? rgb(0xD9A878) : GREY);
        }
        clown(c, 420, 330, 1.15);
        clown(c, 640, 470, -1);
        clown(c, 360, 600, 0.9);
        clown(c, 880, 270, 1.05);
        tang(c, 1130, 420, -1.2);
        tang(c, 700, 660, 1);
        angel(c, 1010, 590);
        crab(c, 560, 850);
        snail(c, 960, 858);
        for (double x : new double[] {470, 905, 1290}) {
            for (int i = 0; i < 8; i++) {
                double r = 5 + i * 1.8;
                double cx = x + 16 * Math.sin(i * 1.4);
                double cy = 690 - i * 66 - (x - 470) * 0.04;
                c.fill(circle(cx, cy, r), clear(WHITE, 0.22));
                c.line(circle(cx, cy, r), 2, clear(WHITE, 0.6));
            }
        }
        c.fill(box(90, 146, 1420, 8), clear(WHITE, 0.6));
    }

    private static void weeds(Canvas c, double x, int count, Color color) {
        for (int i = 0; i < count; i++) {
            double h = 260 + (i * 97) % 190;
            double left = x + i * 42;
            c.line(
                    curve(left, 850, left + 24, 850 - h * 0.3, left - 22, 850 - h * 0.65, left + 14, 850 - h),
                    22,
                    i % 2 == 0 ? color : light(color, 0.15));
        }
    }

    private static void castle(Canvas c) {
        Color stone = rgb(0xC9B8C9);
        Shape castle = join(
                box(1190, 620, 240, 220),
                box(1160, 520, 84, 320),
                box(1376, 520, 84, 320),
                box(1264, 560, 92, 100),
                box(1152, 500, 26, 30),
                box(1189, 500, 26, 30),
                box(1226, 500, 26, 30),
                box(1368, 500, 26, 30),
                box(1405, 500, 26, 30),
                box(1442, 500, 26, 30));
        c.shadow(castle, 8, 10, 20, 0.4);
        c.across(castle, light(stone, 0.2), dark(stone, 0.2));
        c.fill(poly(1250, 562, 1310, 480, 1370, 562), PURPLE);
        c.line(line(1310, 480, 1310, 430), 5, INK);
        c.fill(poly(1312, 430, 1360, 446, 1312, 462), RED);
        c.fill(join(box(1276, 740, 68, 100), circle(1310, 740, 34)), rgb(0x3B3A60));
        for (double[] w : new double[][] {{1202, 610}, {1418, 610}, {1202, 710}, {1418, 710}, {1310, 620}}) {
            c.fill(join(box(w[0] - 12, w[1], 24, 30), circle(w[0], w[1], 12)), rgb(0x3B3A60));
        }
    }

    private static void clown(Canvas canvas, double x, double y, double scale) {
        canvas.at(x, y, scale, 0, c -> {
            c.fill(blob(-66, 0, -120, -42, -112, 0, -120, 42), dark(ORANGE, 0.08));
            c.fill(blob(-40, -46, 0, -78, 40, -56, 46, -36), dark(ORANGE, 0.08));
            c.fill(blob(-20, 44, 0, 72, 24, 48), dark(ORANGE, 0.08));
            Shape body = blob(-78, 0, -30, -46, 30, -50, 84, -12, 90, 10, 60, 38, 0, 50, -40, 40);
            c.shadow(body, 4, 12, 14, 0.25);
            c.down(body, light(ORANGE, 0.15), dark(ORANGE, 0.06));
            c.inside(body, inner -> {
                inner.line(curve(34, -60, 26, 0, 36, 60), 26, INK);
                inner.line(curve(34, -60, 26, 0, 36, 60), 20, WHITE);
                inner.line(curve(-32, -60, -40, 0, -32, 60), 24, INK);
                inner.line(curve(-32, -60, -40, 0, -32, 60), 18, WHITE);
            });
            c.fill(leaf(-6, 14, 10, 44, 0.5), dark(ORANGE, 0.15));
            eye(c, 62, -10);
        });
    }

    private static void tang(Canvas canvas, double x, double y, double scale) {
        canvas.at(x, y, scale, 0, c -> {
            c.fill(blob(-72, 0, -122, -46, -108, 0, -122, 46), YELLOW);
            Shape body = blob(-80, 0, -30, -60, 40, -58, 92, -4, 40, 52, -30, 54);
            c.shadow(body, 4, 12, 14, 0.25);
            c.down(body, light(BLUE, 0.15), dark(BLUE, 0.1));
            c.inside(body, inner -> inner.line(curve(50, -40, 0, -24, -44, 10, -90, 0), 20, clear(NAVY, 0.8)));
            c.fill(leaf(0, 12, 26, 34, 0.5), YELLOW);
            eye(c, 62, -12);
        });
    }

    private static void angel(Canvas c, double x, double y) {
        Shape body = blob(x - 70, y, x - 10, y - 56, x + 50, y - 30, x + 74, y + 4, x + 50, y + 30, x - 10, y + 56);
        c.fill(poly(x - 10, y - 44, x - 56, y - 120, x + 34, y - 36), YELLOW);
        c.fill(poly(x - 10, y + 44, x - 56, y + 120, x + 34, y + 36), dark(YELLOW, 0.1));
        c.fill(blob(x - 60, y, x - 104, y - 36, x - 96, y, x - 104, y + 36), dark(YELLOW, 0.1));
        c.down(body, light(YELLOW, 0.3), YELLOW);
        c.inside(body, inner -> {
            inner.fill(box(x - 16, y - 70, 12, 140), clear(BROWN, 0.7));
            inner.fill(box(x + 24, y - 70, 9, 140), clear(BROWN, 0.7));
        });
        eye(c, x + 50, y - 6);
    }

    private static void eye(Canvas c, double x, double y) {
        c.fill(circle(x, y, 11), WHITE);
        c.fill(circle(x + 2, y, 6.5), INK);
        c.fill(circle(x + 4, y - 3, 2), WHITE);
    }

    private static void crab(Canvas canvas, double x, double y) {
        canvas.at(x, y, 0.7, 0, c -> {
            c.shadow(oval(0, 4, 80, 8), 0, 0, 8, 0.4);
            for (int side : new int[] {-1, 1}) {
                for (int i = 0; i < 3; i++) {
                    c.line(
                            open(side * 40, -30 + i * 6, side * (84 - i * 10), -34 + i * 14, side * (92 - i * 12), 0),
                            9,
                            dark(RED, 0.15));
                }
                c.line(curve(side * 44, -40, side * 84, -60, side * 80, -90), 12, RED);
                c.fill(cut(circle(side * 78, -106, 28), poly(side * 78, -108, side * 58, -142, side * 94, -142)), RED);
                c.line(line(side * 18, -54, side * 20, -80), 7, RED);
                c.fill(circle(side * 20, -84, 11), WHITE);
                c.fill(circle(side * 20, -84, 6), INK);
            }
            c.ball(oval(0, -34, 60, 38), RED);
        });
    }

    private static void snail(Canvas c, double x, double y) {
        c.fill(
                blob(x - 70, y, x - 20, y - 20, x + 40, y - 16, x + 74, y - 52, x + 92, y - 44, x + 76, y),
                rgb(0xE9C08E));
        c.line(line(x + 84, y - 48, x + 98, y - 74), 4, rgb(0xE9C08E));
        c.line(line(x + 76, y - 50, x + 78, y - 78), 4, rgb(0xE9C08E));
        c.ball(circle(x, y - 46, 44), PURPLE);
        c.line(
                curve(x - 26, y - 28, x - 20, y - 72, x + 22, y - 68, x + 20, y - 32, x - 8, y - 34, x - 2, y - 54),
                6,
                light(PURPLE, 0.4));
    }
}

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

/** Mountains with a cable car: the lower cabin is red, the upper one yellow; an orange tent by the lake. */
public final class MountainCableCar implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x74BCE0), rgb(0xFFEBD0));
        Sky.sun(c, 300, 190, 70, YELLOW);
        Sky.cloud(c, 560, 210, 260);
        Sky.cloud(c, 60, 330, 200);
        c.down(
                poly(0, 640, 180, 430, 330, 560, 520, 360, 760, 620, 960, 480, 1180, 640, 1600, 500, 1600, 900, 0, 900),
                rgb(0xB6CBDD),
                rgb(0xDDE3E3));
        peak(c, 760, 900, 420, 470, rgb(0x8298B5));
        peak(c, 1240, 940, 560, 780, rgb(0x6A82A6));
        peak(c, 240, 920, 380, 400, rgb(0x8FA6BC));
        c.down(land(1200, 0, 790, 260, 740, 560, 800, 840, 770, 1120, 810, 1600, 700), rgb(0x8DBE7A), rgb(0x4E9160));
        c.down(land(1200, 0, 900, 300, 860, 640, 930, 1000, 890, 1300, 900, 1600, 830), rgb(0x6FB069), rgb(0x2F6B4F));
        lake(c);
        cable(c);
        tent(c);
        for (int i = 0; i < 16; i++) {
            double x = (i * 211) % 1600;
            Tree.fir(c, x, 900 + (i % 4) * 14, 110 + (i % 3) * 26, rgb(0x3C7D5C));
        }
        for (double[] t : new double[][] {
            {40, 1190, 330}, {190, 1215, 260}, {1440, 1200, 300}, {1570, 1190, 360}, {1330, 1225, 220}
        }) {
            Tree.fir(c, t[0], t[1], t[2], FOREST);
        }
        Bird.gull(c, 560, 330, 70, INK);
        Bird.gull(c, 640, 290, 46, INK);
    }

    private static void peak(Canvas c, double x, double base, double half, double h, Color rock) {
        double top = base - h;
        Shape left = poly(x - half, base, x - half * 0.45, base - h * 0.52, x, top, x + half * 0.1, base);
        Shape right = poly(x, top, x + half * 0.4, base - h * 0.55, x + half, base, x - half * 0.06, base);
        c.down(left, light(rock, 0.25), light(rock, 0.1));
        c.down(right, dark(rock, 0.12), rock);
        double s = h * 0.3;
        double sx = half * 0.27;
        c.fill(
                poly(
                        x,
                        top,
                        x - sx,
                        top + s,
                        x - sx * 0.6,
                        top + s * 0.86,
                        x - sx * 0.3,
                        top + s * 1.15,
                        x,
                        top + s * 0.8,
                        x + sx * 0.06,
                        top + s),
                WHITE);
        c.fill(
                poly(
                        x,
                        top,
                        x + sx * 0.9,
                        top + s * 1.02,
                        x + sx * 0.6,
                        top + s * 0.84,
                        x + sx * 0.3,
                        top + s * 1.1,
                        x,
                        top + s * 0.8),
                rgb(0xDCE6F0));
    }

    private static void lake(Canvas c) {
        Shape lake = blob(430, 1060, 640, 1000, 960, 1010, 1190, 1050, 1150, 1120, 860, 1160, 560, 1140);
        c.shadow(lake, 0, -4, 10, 0.25);
        c.down(lake, rgb(0xA8DCE6), rgb(0x3F95B3));
        c.inside(lake, inner -> {
            inner.fill(poly(700, 1000, 820, 1090, 930, 1000), clear(rgb(0x6A82A6), 0.35));
            for (int i = 0; i < 14; i++) {
                double x = 470 + (i * 137) % 640;
                double y = 1030 + (i * 53) % 110;
                inner.line(line(x, y, x + 50, y), 3, clear(WHITE, 0.5));
            }
        });
    }

    private static void cable(Canvas c) {
        Shape rope = curve(150, 792, 500, 640, 860, 400, 1226, 196);
        c.line(rope, 5, INK);
        // The valley station, its rope wheel hidden under the roof.
        c.shadow(box(60, 780, 180, 130), 6, 10, 16, 0.4);
        c.down(box(60, 800, 180, 116), CREAM, SAND);
        c.fill(poly(40, 806, 150, 730, 262, 806), dark(RED, 0.1));
        c.fill(round(130, 850, 44, 66, 4), BROWN);
        c.fill(round(78, 838, 36, 34, 4), rgb(0x6FA3BD));
        c.fill(round(192, 838, 36, 34, 4), rgb(0x6FA3BD));
        // The top station.
        c.down(box(1196, 182, 92, 52), CREAM, SAND);
        c.fill(poly(1182, 186, 1242, 142, 1302, 186), dark(RED, 0.1));
        c.fill(round(1226, 202, 26, 32, 3), BROWN);
        c.line(line(1242, 150, 1242, 92), 4, INK);
        c.fill(poly(1244, 92, 1296, 104, 1244, 120), YELLOW);
        cabin(c, 500, 640, RED, 1.15);
        cabin(c, 860, 400, YELLOW, 0.85);
    }

    private static void cabin(Canvas canvas, double x, double y, Color color, double scale) {
        canvas.at(x, y, scale, 0, c -> {
            c.line(line(-18, 10, 18, -10), 9, INK);
            c.line(line(0, 0, 0, 52), 6, INK);
            Shape body = round(-62, 50, 124, 104, 22);
            c.shadow(body, 6, 12, 18, 0.4);
            c.down(body, light(color, 0.2), dark(color, 0.1));
            c.fill(round(-50, 64, 46, 44, 8), light(SKY, 0.4));
            c.fill(round(4, 64, 46, 44, 8), light(SKY, 0.4));
            c.fill(poly(-40, 108, -22, 64, -12, 64, -30, 108), clear(WHITE, 0.6));
            c.fill(box(-62, 120, 124, 8), clear(WHITE, 0.55));
        });
    }

    private static void tent(Canvas c) {
        c.shadow(oval(1290, 1082, 90, 10), 0, 0, 12, 0.5);
        c.across(poly(1280, 960, 1390, 1084, 1250, 1084), ORANGE, dark(ORANGE, 0.12));
        c.fill(poly(1280, 960, 1190, 1084, 1320, 1084), light(ORANGE, 0.18));
        c.fill(poly(1280, 984, 1232, 1084, 1284, 1084), dark(BROWN, 0.3));
    }
}

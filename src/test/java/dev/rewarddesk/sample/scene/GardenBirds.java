package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Bird;
import dev.rewarddesk.sample.motif.Cat;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;

/**
 * Six birds on a wire (blue, blue, yellow, blue, blue, red from the left), an orange cat on the fence, 4 sunflowers, a
 * watering can.
 */
public final class GardenBirds implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0xA8DDEA), rgb(0xFFF2DA));
        Sky.cloud(c, 180, 150, 240);
        Sky.cloud(c, 960, 190, 220);
        c.down(land(1000, 0, 560, 300, 500, 640, 560, 1000, 490, 1500, 550), rgb(0xB9DDA0), rgb(0x8CC27A));
        for (int i = 0; i < 9; i++) {
            Tree.shrub(c, 60 + i * 180, 730, 300, i % 2 == 0 ? GREEN : rgb(0x6FB069));
        }
        Tree.round(c, 1270, 740, 430, FOREST);
        wire(c);
        fence(c);
        Cat.sitting(c, 1010, 652, 180, ORANGE);
        c.down(land(1000, 0, 880, 400, 862, 800, 884, 1200, 860, 1500, 880), rgb(0x7DBB62), rgb(0x4A8F4F));
        for (int i = 0; i < 60; i++) {
            double x = (i * 97) % 1500;
            double y = 900 + (i * 41) % 90;
            c.line(curve(x, y, x + 4, y - 14, x + 10, y - 24), 3.5, clear(rgb(0x3C7D3F), 0.6));
        }
        sunflower(c, 120, 900, 330);
        sunflower(c, 235, 920, 270);
        sunflower(c, 350, 905, 360);
        sunflower(c, 470, 925, 250);
        can(c);
    }

    private static void wire(Canvas c) {
        for (double x : new double[] {70, 1430}) {
            c.across(box(x - 14, 190, 28, 640), light(BROWN, 0.15), dark(BROWN, 0.1));
            c.fill(round(x - 60, 226, 120, 18, 6), BROWN);
            c.fill(round(x - 8, 206, 16, 22, 6), CREAM);
        }
        c.line(curve(70, 226, 400, 292, 750, 312, 1100, 292, 1430, 226), 5, INK);
        Color[] colors = {BLUE, BLUE, YELLOW, BLUE, BLUE, RED};
        double[] xs = {250, 410, 570, 790, 930, 1140};
        double[] ys = {268, 293, 304, 311, 305, 288};
        for (int i = 0; i < 6; i++) {
            // The red bird looks back at the others.
            Bird.sitting(c, xs[i], ys[i], i == 5 ? -112 : 100 + (i % 3) * 8, colors[i]);
        }
    }

    private static void fence(Canvas c) {
        c.down(box(0, 690, 1500, 26), WHITE, rgb(0xE6DCCB));
        c.down(box(0, 800, 1500, 26), WHITE, rgb(0xE6DCCB));
        for (int i = 0; i < 24; i++) {
            double x = 8 + i * 64;
            c.shadow(box(x, 680, 42, 210), 5, 4, 8, 0.25);
            c.across(poly(x, 676, x + 21, 648, x + 42, 676, x + 42, 900, x, 900), WHITE, rgb(0xEDE3D2));
        }
    }

    private static void sunflower(Canvas c, double x, double base, double h) {
        double y = base - h;
        c.line(curve(x, base, x + 8, base - h * 0.5, x, y), 12, GREEN);
        c.fill(leaf(x + 4, base - h * 0.3, x + 84, base - h * 0.48, 0.35), GREEN);
        c.fill(leaf(x + 4, base - h * 0.42, x - 74, base - h * 0.58, 0.35), FOREST);
        c.shadow(circle(x, y, 46), 4, 8, 14, 0.35);
        for (int i = 0; i < 16; i++) {
            double a = Math.PI * 2 * i / 16;
            c.fill(
                    leaf(x + 20 * Math.cos(a), y + 20 * Math.sin(a), x + 70 * Math.cos(a), y + 70 * Math.sin(a), 0.32),
                    i % 2 == 0 ? YELLOW : rgb(0xF2B02E));
        }
        c.ball(circle(x, y, 32), BROWN);
        for (int i = 0; i < 26; i++) {
            double a = i * 2.4;
            double r = 5.2 * Math.sqrt(i);
            c.fill(circle(x + r * Math.cos(a), y + r * Math.sin(a), 2.4), clear(ORANGE, 0.7));
        }
    }

    private static void can(Canvas c) {
        c.shadow(oval(1300, 950, 110, 12), 0, 0, 14, 0.5);
        c.line(curve(1350, 858, 1416, 846, 1420, 910, 1356, 930), 14, dark(TEAL, 0.15));
        c.across(poly(1240, 900, 1166, 836, 1150, 850, 1236, 936), light(TEAL, 0.1), TEAL);
        c.fill(poly(1174, 816, 1132, 852, 1142, 866, 1188, 832), dark(TEAL, 0.2));
        c.across(poly(1234, 846, 1366, 846, 1374, 954, 1226, 954), light(TEAL, 0.2), dark(TEAL, 0.12));
        c.fill(oval(1300, 846, 66, 13), dark(TEAL, 0.35));
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Car;
import dev.rewarddesk.sample.motif.Person;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;

/** A street: a red traffic light, and before it, from the left, a blue car, a white van and a yellow car. */
public final class CityStreet implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x9BD6E8), rgb(0xFFF0D6));
        Sky.cloud(c, 150, 130, 220);
        Sky.cloud(c, 900, 96, 180);
        for (int i = 0; i < 9; i++) {
            double top = 250 + (i * 73) % 130;
            c.fill(box(i * 180 - 20, top, 150, 500), clear(rgb(0xA9C4D4), 0.6));
        }
        Color[] walls = {CORAL, SAND, TEAL, rgb(0xE9A15B), rgb(0x8E9CC9)};
        double[] tops = {270, 340, 230, 310, 260};
        for (int i = 0; i < 5; i++) {
            house(c, i * 322 - 5, tops[i], 318, walls[i], i);
        }
        c.down(box(0, 690, 1600, 60), rgb(0xE3D8CB), rgb(0xC9BFB6));
        c.fill(box(0, 744, 1600, 10), rgb(0xA79F9C));
        c.down(box(0, 754, 1600, 246), rgb(0x6B7183), rgb(0x4C5265));
        c.dashes(line(30, 846, 1130, 846), 8, clear(CREAM, 0.85), 60, 60);
        for (int i = 0; i < 6; i++) {
            c.fill(
                    poly(
                            1196 + i * 2,
                            762 + i * 39,
                            1400 + i * 14,
                            762 + i * 39,
                            1402 + i * 14,
                            784 + i * 39,
                            1196 + i * 2,
                            784 + i * 39),
                    clear(WHITE, 0.92));
        }
        Tree.round(c, 330, 730, 250, GREEN);
        Tree.round(c, 960, 730, 240, GREEN);
        Car.side(c, 60, 842, 310, BLUE);
        Car.van(c, 430, 842, 350, WHITE);
        Car.side(c, 840, 842, 310, YELLOW);
        new Person(rgb(0xC98B62), rgb(0x2F2430), CORAL, NAVY).standing(c, 1280, 880, 220);
        new Person(rgb(0xF0C2A0), rgb(0xB0703A), GREEN, BROWN).standing(c, 1375, 858, 200);
        trafficLight(c);
    }

    private static void house(Canvas c, double x, double y, double w, Color wall, int kind) {
        c.down(box(x, y, w, 700 - y), light(wall, 0.25), wall);
        c.fill(box(x - 3, y - 16, w + 6, 20), dark(wall, 0.25));
        int rows = (int) ((560 - y) / 92);
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < 4; i++) {
                double wx = x + 26 + i * 71;
                double wy = y + 30 + row * 92;
                boolean lit = (row * 4 + i + kind) % 5 == 0;
                c.fill(round(wx - 5, wy - 5, 58, 70, kind % 2 == 0 ? 4 : 26), CREAM);
                c.down(
                        round(wx, wy, 48, 60, kind % 2 == 0 ? 2 : 22),
                        lit ? rgb(0xFFE7A6) : rgb(0x7FA9BF),
                        lit ? YELLOW : rgb(0x5C86A3));
                c.fill(box(wx + 22.5, wy, 3, 60), CREAM);
                c.fill(box(wx - 8, wy + 62, 64, 6), dark(wall, 0.2));
            }
        }
        c.down(box(x + 16, 590, w - 32, 110), rgb(0x46566B), rgb(0x5D7488));
        c.fill(poly(x + 30, 690, x + 90, 600, x + 130, 600, x + 70, 690), clear(WHITE, 0.14));
        c.fill(box(x + w / 2 - 36, 590, 72, 110), dark(wall, 0.4));
        c.fill(circle(x + w / 2 + 22, 648, 5), YELLOW);
        for (int i = 0; i < 8; i++) {
            double sx = x + 8 + i * (w - 16) / 8;
            double sw = (w - 16) / 8;
            c.fill(
                    join(box(sx, 566, sw, 32), segment(sx + sw / 2, 598, sw / 2, 12, 180, 180)),
                    i % 2 == 0 ? dark(wall, 0.18) : CREAM);
        }
    }

    private static void trafficLight(Canvas c) {
        c.shadow(oval(1500, 982, 50, 8), 0, 0, 10, 0.5);
        c.across(box(1492, 560, 18, 424), rgb(0x5A6072), INK);
        c.fill(round(1470, 972, 62, 18, 6), INK);
        c.shadow(round(1446, 300, 110, 280, 26), 6, 8, 16, 0.4);
        c.across(round(1446, 300, 110, 280, 26), rgb(0x454B60), INK);
        Color[] lamps = {rgb(0xFF4B3E), rgb(0x5E5334), rgb(0x2F5644)};
        for (int i = 0; i < 3; i++) {
            double y = 350 + i * 90;
            c.fill(circle(1501, y, 38), rgb(0x1D2033));
            c.ball(circle(1501, y, 31), lamps[i]);
        }
        c.glow(1501, 350, 120, clear(rgb(0xFF5B4A), 0.5));
    }
}

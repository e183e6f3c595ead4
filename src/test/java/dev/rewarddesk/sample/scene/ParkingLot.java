package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Car;
import java.awt.Color;
import java.awt.Shape;
import org.jspecify.annotations.Nullable;

/**
 * A car park from above, six bays above and six below. Above, from the left: red, blue, empty, white, yellow, empty.
 * Below: green, empty, red, red, empty, navy. An orange car drives in between, to the right. Eight parked, nine in all.
 */
public final class ParkingLot implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1500, 1100), rgb(0x86B96C), rgb(0x6AA35C));
        for (int i = 0; i < 60; i++) {
            c.fill(oval((i * 211) % 1500, (i * 97) % 1100, 40, 18), clear(WHITE, 0.05));
        }
        Shape lot = round(110, 110, 1280, 880, 30);
        c.shadow(lot, 0, 6, 18, 0.4);
        c.fill(round(96, 96, 1308, 908, 40), rgb(0xD9D2C6));
        c.down(lot, rgb(0x6B7183), rgb(0x5A6074));
        c.fill(box(1380, 460, 140, 190), rgb(0x626879));
        for (int i = 0; i < 7; i++) {
            c.fill(box(198 + i * 184 - 4, 140, 8, 270), WHITE);
            c.fill(box(198 + i * 184 - 4, 690, 8, 270), WHITE);
        }
        for (int i = 0; i < 6; i++) {
            c.fill(round(238 + i * 184, 132, 104, 14, 7), YELLOW);
            c.fill(round(238 + i * 184, 954, 104, 14, 7), YELLOW);
        }
        arrow(c, 330, 500, 0);
        arrow(c, 1130, 600, 180);
        row(c, 276, 0, RED, BLUE, null, WHITE, YELLOW, null);
        row(c, 824, 180, GREEN, null, RED, RED, null, NAVY);
        Car.above(c, 740, 500, 212, 90, ORANGE);
        for (double[] t : new double[][] {
            {50, 60, 60},
            {50, 330, 52},
            {50, 560, 62},
            {48, 800, 54},
            {52, 1040, 62},
            {340, 44, 50},
            {640, 48, 56},
            {940, 42, 50},
            {1230, 48, 56},
            {1456, 60, 60},
            {1452, 330, 54},
            {1456, 790, 58},
            {1450, 1040, 60},
            {330, 1056, 54},
            {640, 1052, 50},
            {930, 1058, 56},
            {1210, 1054, 50}
        }) {
            tree(c, t[0], t[1], t[2]);
        }
    }

    private static void row(Canvas c, double y, double turn, @Nullable Color... cars) {
        for (int i = 0; i < cars.length; i++) {
            Color color = cars[i];
            if (color != null) {
                Car.above(c, 290 + i * 184, y, 220, turn, color);
            }
        }
    }

    private static void arrow(Canvas canvas, double x, double y, double turn) {
        canvas.at(
                x,
                y,
                1,
                turn,
                c -> c.fill(poly(-70, -9, 20, -9, 20, -30, 74, 0, 20, 30, 20, 9, -70, 9), clear(WHITE, 0.85)));
    }

    private static void tree(Canvas c, double x, double y, double r) {
        Shape crown = join(
                circle(x, y, r * 0.8),
                circle(x - r * 0.45, y - r * 0.3, r * 0.5),
                circle(x + r * 0.4, y - r * 0.4, r * 0.5),
                circle(x + r * 0.35, y + r * 0.45, r * 0.5),
                circle(x - r * 0.4, y + r * 0.4, r * 0.48));
        c.shadow(crown, 8, 12, 16, 0.45);
        c.ball(crown, GREEN);
        c.fill(circle(x - r * 0.25, y - r * 0.3, r * 0.32), clear(WHITE, 0.18));
    }
}

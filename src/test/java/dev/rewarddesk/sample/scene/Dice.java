package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Color;
import java.awt.Shape;

/** Five dice on green felt: white 6, 3, 1 and 2 and one red die showing 5; 17 in all. */
public final class Dice implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 800, 600), rgb(0x3F9470), rgb(0x2C7257));
        c.glow(320, 220, 520, clear(rgb(0x8CD3A6), 0.5));
        Shape rim = cut(box(0, 0, 800, 600), round(34, 34, 732, 532, 40));
        c.shadow(rim, 0, 8, 20, 0.5);
        c.down(rim, rgb(0xA86B45), rgb(0x6F432E));
        c.line(round(60, 60, 680, 480, 26), 3, clear(CREAM, 0.3));
        die(c, 210, 200, -14, 6, WHITE);
        die(c, 400, 330, 9, 5, RED);
        die(c, 590, 190, 20, 3, WHITE);
        die(c, 215, 425, 28, 1, WHITE);
        die(c, 600, 420, -22, 2, WHITE);
    }

    private static void die(Canvas canvas, double x, double y, double turn, int value, Color color) {
        canvas.at(x, y, 1, turn, c -> {
            Shape cube = round(-66, -66, 132, 132, 26);
            c.shadow(cube, 10, 16, 22, 0.6);
            c.down(cube, dark(color, 0.05), dark(color, 0.25));
            c.down(round(-60, -63, 120, 120, 24), light(color, 0.3), dark(color, 0.03));
            Color pip = color.equals(RED) ? WHITE : INK;
            if (value % 2 == 1) {
                pip(c, 0, 0, pip);
            }
            if (value > 1) {
                pip(c, -33, -36, pip);
                pip(c, 33, 30, pip);
            }
            if (value > 3) {
                pip(c, 33, -36, pip);
                pip(c, -33, 30, pip);
            }
            if (value == 6) {
                pip(c, -33, -3, pip);
                pip(c, 33, -3, pip);
            }
        });
    }

    private static void pip(Canvas c, double x, double y, Color color) {
        c.fill(circle(x, y, 13), dark(color, 0.2));
        c.fill(circle(x, y + 1.5, 11.5), color);
    }
}

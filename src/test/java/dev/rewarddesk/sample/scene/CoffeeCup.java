package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Shape;

/** A small picture: a steaming red cup with a heart on a saucer, one biscuit beside it. */
public final class CoffeeCup implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 160, 120), rgb(0xFBE3C0), rgb(0xF6CFA3));
        c.fill(circle(124, 26, 40), clear(WHITE, 0.35));
        c.down(box(0, 82, 160, 38), rgb(0xC58A5B), rgb(0xA26C46));
        c.fill(box(0, 82, 160, 2), clear(WHITE, 0.35));
        c.shadow(oval(68, 104, 50, 6), 0, 2, 6, 0.5);
        c.down(oval(68, 101, 50, 8), WHITE, rgb(0xE2D3C0));
        c.line(arc(98, 68, 14, 250, 220), 6, dark(RED, 0.12));
        Shape cup = blob(36, 46, 68, 48, 100, 46, 98, 78, 86, 97, 68, 100, 50, 97, 38, 78);
        c.across(cup, light(RED, 0.18), dark(RED, 0.15));
        c.fill(oval(68, 47, 32, 6), dark(RED, 0.25));
        c.fill(oval(68, 48, 28, 4.4), rgb(0x5A3526));
        c.fill(join(circle(63, 70, 6.5), circle(73, 70, 6.5), poly(57.2, 73, 78.8, 73, 68, 86)), CREAM);
        for (int i = 0; i < 3; i++) {
            double x = 54 + i * 14;
            c.line(curve(x, 38, x + 5, 30, x - 3, 22, x + 3, 12), 3, clear(WHITE, 0.85));
        }
        c.shadow(oval(133, 102, 18, 5), 0, 2, 4, 0.5);
        c.ball(oval(133, 98, 18, 9), rgb(0xDDA25F));
        for (double[] chip : new double[][] {{126, 96}, {135, 94}, {141, 99}, {131, 101}}) {
            c.fill(oval(chip[0], chip[1], 2.3, 1.6), BROWN);
        }
    }
}

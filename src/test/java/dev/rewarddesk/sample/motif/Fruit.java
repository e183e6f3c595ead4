package dev.rewarddesk.sample.motif;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import java.awt.Color;
import java.awt.Shape;

/** Fruit, each about r in radius around its middle. */
public final class Fruit {
    private Fruit() {}

    /** An apple with stem and leaf. */
    public static void apple(Canvas canvas, double x, double y, double r, Color color) {
        canvas.at(x, y, r, 0, c -> {
            Shape body = blob(
                    0, -0.72, 0.45, -0.92, 0.92, -0.6, 0.98, 0.05, 0.7, 0.75, 0.3, 0.98, 0, 0.9, -0.3, 0.98, -0.7, 0.75,
                    -0.98, 0.05, -0.92, -0.6, -0.45, -0.92);
            c.shadow(body, 0, 0.12, 0.3, 0.35);
            c.ball(body, color);
            c.fill(oval(0, -0.7, 0.28, 0.1), dark(color, 0.35));
            c.line(curve(0, -0.66, 0.03, -0.95, 0.14, -1.2), 0.12, BROWN);
            c.fill(leaf(0.1, -0.98, 0.72, -1.22, 0.45), GREEN);
            c.fill(turned(oval(-0.5, -0.42, 0.14, 0.24), -0.5, -0.42, 35), clear(WHITE, 0.5));
        });
    }

    /** A pear with stem. */
    public static void pear(Canvas canvas, double x, double y, double r, Color color) {
        canvas.at(x, y, r, 0, c -> {
            Shape body = blob(
                    0, -1.3, 0.32, -1.18, 0.46, -0.75, 0.62, -0.25, 0.92, 0.2, 0.85, 0.72, 0.4, 1, -0.4, 1, -0.85, 0.72,
                    -0.92, 0.2, -0.62, -0.25, -0.46, -0.75, -0.32, -1.18);
            c.shadow(body, 0, 0.12, 0.3, 0.35);
            c.ball(body, color);
            c.line(curve(0, -1.25, 0.04, -1.5, 0.2, -1.68), 0.13, BROWN);
            c.fill(turned(oval(-0.42, 0.15, 0.12, 0.26), -0.42, 0.15, 20), clear(WHITE, 0.5));
        });
    }

    /** An orange with its little star. */
    public static void orange(Canvas canvas, double x, double y, double r) {
        canvas.at(x, y, r, 0, c -> {
            Shape body = circle(0, 0, 1);
            c.shadow(body, 0, 0.12, 0.3, 0.35);
            c.ball(body, ORANGE);
            c.fill(star(0.1, -0.72, 0.2, 0.09, 5), FOREST);
            c.fill(turned(oval(-0.45, -0.4, 0.13, 0.22), -0.45, -0.4, 40), clear(WHITE, 0.5));
        });
    }

    /** A lemon lying on its side. */
    public static void lemon(Canvas canvas, double x, double y, double r, double degrees) {
        canvas.at(x, y, r, degrees, c -> {
            Shape body = blob(
                    -1.25, 0, -1.05, -0.22, -0.6, -0.66, 0, -0.82, 0.6, -0.66, 1.05, -0.22, 1.25, 0, 1.05, 0.22, 0.6,
                    0.66, 0, 0.82, -0.6, 0.66, -1.05, 0.22);
            c.shadow(body, 0, 0.12, 0.3, 0.35);
            c.ball(body, YELLOW);
            c.fill(oval(-0.3, -0.42, 0.26, 0.11), clear(WHITE, 0.55));
        });
    }

    /** One banana, bent upwards, its stalk at the right. */
    public static void banana(Canvas canvas, double x, double y, double r, double degrees) {
        canvas.at(x, y, r, degrees, c -> {
            Shape body = blob(
                    -1.6, -0.55, -1.1, 0.35, -0.2, 0.82, 0.8, 0.6, 1.5, -0.1, 1.72, -0.75, 1.58, -0.82, 1.2, -0.35, 0.6,
                    0, -0.2, 0.12, -0.9, -0.12, -1.45, -0.7);
            c.shadow(body, 0, 0.1, 0.3, 0.3);
            c.down(body, light(YELLOW, 0.25), dark(YELLOW, 0.16));
            c.line(curve(-1.2, -0.05, -0.3, 0.45, 0.7, 0.28, 1.42, -0.35), 0.05, clear(BROWN, 0.35));
            c.fill(circle(-1.53, -0.6, 0.14), BROWN);
            c.line(line(1.65, -0.78, 1.72, -1.02), 0.16, dark(LIME, 0.25));
        });
    }

    /** A bunch of grapes hanging down. */
    public static void grapes(Canvas canvas, double x, double y, double r, Color color) {
        canvas.at(x, y, r, 0, c -> {
            c.line(curve(0, -1, 0.05, -1.3, 0.25, -1.5), 0.12, BROWN);
            int[] rows = {5, 4, 4, 3, 2, 1};
            for (int row = rows.length - 1; row >= 0; row--) {
                for (int i = 0; i < rows[row]; i++) {
                    Shape grape = circle((i - (rows[row] - 1) / 2.0) * 0.44, -0.8 + row * 0.38, 0.26);
                    c.ball(grape, i % 2 == 0 ? color : light(color, 0.1));
                }
            }
            c.fill(leaf(0, -1.05, 0.85, -1.3, 0.4), GREEN);
            c.fill(leaf(0, -1.05, -0.7, -1.35, 0.4), FOREST);
        });
    }
}

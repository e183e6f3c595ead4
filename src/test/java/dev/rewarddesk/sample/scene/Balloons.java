package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Person;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;
import java.awt.Shape;

/** A child holds six balloons (2 red, 2 yellow, 1 blue, 1 green); a purple one flies away at the upper right. */
public final class Balloons implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x8FD3E8), rgb(0xFFF1DC));
        Sky.cloud(c, 60, 240, 220);
        Sky.cloud(c, 560, 400, 240);
        Sky.cloud(c, -40, 620, 200);
        c.fill(land(1200, 0, 900, 240, 840, 520, 900, 900, 830), rgb(0xBFE0A6));
        Tree.round(c, 120, 960, 230, GREEN);
        Tree.round(c, 800, 970, 260, FOREST);
        c.down(land(1200, 0, 980, 300, 940, 640, 980, 900, 950), rgb(0x94CC79), rgb(0x54A057));
        c.down(poly(330, 970, 480, 970, 700, 1200, 160, 1200), rgb(0xF4E2BE), rgb(0xE6C998));
        Color[] colors = {RED, BLUE, YELLOW, GREEN, YELLOW, RED};
        double[][] places = {{250, 430}, {400, 300}, {540, 420}, {330, 560}, {470, 540}, {620, 580}};
        for (int i = 0; i < 6; i++) {
            string(c, places[i][0], places[i][1] + 104);
        }
        for (int i : new int[] {1, 0, 2, 5, 3, 4}) {
            balloon(c, places[i][0], places[i][1], 78, colors[i]);
        }
        c.line(curve(750, 258, 742, 300, 760, 340, 748, 390), 2.5, clear(INK, 0.6));
        balloon(c, 750, 160, 72, PURPLE);
        child(c);
        for (int i = 0; i < 16; i++) {
            double x = (i * 173) % 900;
            double y = 1070 + (i * 61) % 110;
            if (x < 160 || x > 720) {
                c.fill(circle(x, y, 8), i % 2 == 0 ? WHITE : PINK);
                c.fill(circle(x, y, 3), YELLOW);
            }
        }
    }

    private static void string(Canvas c, double x, double y) {
        c.line(
                curve(
                        x,
                        y,
                        (x * 2 + 452) / 3 + 8,
                        (y * 2 + 880) / 3,
                        (x + 452 * 2) / 3 - 6,
                        (y + 880 * 2) / 3,
                        452,
                        884),
                2.5,
                clear(INK, 0.6));
    }

    private static void balloon(Canvas c, double x, double y, double r, Color color) {
        Shape hull = blob(
                x,
                y - r * 1.15,
                x + r * 0.72,
                y - r * 0.82,
                x + r,
                y - r * 0.1,
                x + r * 0.66,
                y + r * 0.7,
                x,
                y + r * 1.2,
                x - r * 0.66,
                y + r * 0.7,
                x - r,
                y - r * 0.1,
                x - r * 0.72,
                y - r * 0.82);
        c.shadow(hull, 6, 10, 18, 0.22);
        c.ball(hull, color);
        c.fill(poly(x, y + r * 1.14, x - 11, y + r * 1.34, x + 11, y + r * 1.34), dark(color, 0.15));
        c.fill(
                turned(oval(x - r * 0.44, y - r * 0.5, r * 0.13, r * 0.28), x - r * 0.44, y - r * 0.5, 26),
                clear(WHITE, 0.6));
    }

    private static void child(Canvas c) {
        new Person(rgb(0xE8B48C), rgb(0x4A2F25), ORANGE, NAVY).raisingHand(c, 400, 1130, 260);
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Bird;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Shape;
import java.util.Random;

/** A snowman with four buttons, a green scarf, a black hat with a red band, a broom; a red bird; three firs. */
public final class Snowman implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x8FB8DE), rgb(0xFCE6DC));
        Sky.sun(c, 640, 170, 50, rgb(0xFFD9A0));
        c.fill(land(1000, 0, 560, 160, 470, 330, 540, 520, 440, 800, 560), rgb(0xC9DAEC));
        c.down(land(1000, 0, 640, 250, 600, 520, 650, 800, 600), rgb(0xE6F0F8), rgb(0xC6D9EB));
        fir(c, 110, 720, 330);
        fir(c, 220, 690, 230);
        fir(c, 700, 730, 370);
        c.down(land(1000, 0, 790, 260, 740, 560, 780, 800, 740), WHITE, rgb(0xD5E3F1));
        snowman(c);
        Random random = new Random(4);
        for (int i = 0; i < 120; i++) {
            c.fill(
                    circle(random.nextDouble() * 800, random.nextDouble() * 1000, 2 + random.nextDouble() * 5),
                    clear(WHITE, 0.85));
        }
    }

    private static void fir(Canvas c, double x, double base, double h) {
        Tree.fir(c, x, base, h, rgb(0x3C7D6C));
        for (int tier = 0; tier < 4; tier++) {
            double top = base - h * (0.46 + tier * 0.18);
            double half = h * (0.29 - tier * 0.055) * 0.46;
            c.fill(
                    blob(
                            x,
                            top,
                            x + half,
                            top + h * 0.165,
                            x + half * 0.4,
                            top + h * 0.14,
                            x,
                            top + h * 0.18,
                            x - half * 0.4,
                            top + h * 0.14,
                            x - half,
                            top + h * 0.165),
                    clear(WHITE, 0.95));
        }
    }

    private static void snowman(Canvas c) {
        c.shadow(oval(410, 905, 180, 22), 20, 0, 30, 0.5);
        c.line(curve(500, 560, 570, 520, 640, 500), 13, BROWN);
        c.line(line(596, 514, 618, 476), 8, BROWN);
        broom(c);
        ball(c, 400, 770, 158);
        ball(c, 400, 560, 118);
        c.line(curve(300, 560, 236, 548, 186, 556), 13, BROWN);
        for (int i = 0; i < 4; i++) {
            c.ball(circle(400, 540 + i * 68 + (i > 1 ? 14 : 0), 13), INK);
        }
        ball(c, 400, 384, 92);
        scarf(c);
        face(c);
        hat(c);
        Bird.sitting(c, 640, 500, -86, RED);
    }

    private static void ball(Canvas c, double x, double y, double r) {
        Shape ball = circle(x, y, r);
        c.shadow(ball, 6, 8, 20, 0.28);
        c.down(ball, WHITE, rgb(0xC3D5EA));
        c.fill(cut(ball, circle(x - r * 0.16, y - r * 0.12, r * 0.98)), clear(rgb(0x8FB0D6), 0.4));
    }

    private static void broom(Canvas canvas) {
        canvas.at(186, 560, 1, -8, c -> {
            c.line(line(0, -200, 0, 300), 12, light(BROWN, 0.1));
            for (int i = 0; i < 11; i++) {
                double spread = (i - 5) * 11;
                c.line(
                        curve(spread * 0.25, -190, spread * 0.7, -250, spread, -310),
                        8,
                        i % 2 == 0 ? YELLOW : dark(YELLOW, 0.16));
            }
            c.line(line(-20, -200, 20, -200), 11, RED);
        });
    }

    private static void scarf(Canvas c) {
        Shape tail = poly(440, 456, 490, 452, 512, 600, 456, 606);
        c.shadow(tail, 4, 6, 10, 0.35);
        c.down(tail, GREEN, dark(GREEN, 0.15));
        for (int i = 0; i < 3; i++) {
            c.line(line(446 + i * 5, 490 + i * 36, 492 + i * 6, 486 + i * 36), 7, clear(CREAM, 0.8));
        }
        Shape wrap = blob(306, 444, 400, 476, 494, 444, 500, 472, 400, 510, 300, 472);
        c.shadow(wrap, 0, 6, 10, 0.35);
        c.down(wrap, light(GREEN, 0.12), dark(GREEN, 0.1));
    }

    private static void face(Canvas c) {
        c.ball(circle(368, 364, 12), INK);
        c.ball(circle(432, 364, 12), INK);
        c.shadow(poly(398, 382, 402, 408, 494, 404), 2, 6, 8, 0.35);
        c.down(blob(396, 384, 440, 390, 496, 404, 440, 410, 398, 412), light(ORANGE, 0.1), dark(ORANGE, 0.1));
        for (int i = 0; i < 5; i++) {
            double a = Math.toRadians(130 - i * 22);
            c.fill(circle(390 + 62 * Math.cos(a), 374 + 58 * Math.sin(a), 6), INK);
        }
        c.glow(336, 402, 24, clear(CORAL, 0.5));
        c.glow(462, 376, 22, clear(CORAL, 0.3));
    }

    private static void hat(Canvas canvas) {
        canvas.at(400, 306, 1, -6, c -> {
            Shape brim = round(-116, -18, 232, 26, 13);
            c.shadow(brim, 2, 8, 12, 0.4);
            c.across(round(-72, -150, 144, 150, 14), rgb(0x454A63), INK);
            c.across(box(-72, -54, 144, 36), RED, dark(RED, 0.2));
            c.across(brim, rgb(0x454A63), INK);
        });
    }
}

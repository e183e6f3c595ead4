package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;
import java.awt.Shape;

/** A rainbow from a rain cloud (left) to the sun (right); a red-roofed cottage, four white sheep and a black one. */
public final class Rainbow implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x7FB6DA), rgb(0xFFF0D6));
        Sky.sun(c, 1390, 170, 72, YELLOW);
        Color[] bands = {RED, ORANGE, YELLOW, GREEN, BLUE, rgb(0x4B5BB5), PURPLE};
        c.veil(0.78, bow -> {
            for (int i = 0; i < 7; i++) {
                bow.line(arc(800, 790, 600 - i * 26, 0, 180), 27, bands[i]);
            }
        });
        rain(c);
        Sky.cloud(c, 1040, 130, 180);
        c.down(land(1000, 0, 640, 300, 560, 640, 640, 1000, 560, 1320, 620, 1600, 560), rgb(0xB4D99A), rgb(0x7DBB6A));
        c.down(land(1000, 0, 760, 320, 700, 700, 770, 1100, 700, 1600, 760), rgb(0x93CC7A), rgb(0x5FA85E));
        Tree.round(c, 1080, 730, 270, FOREST);
        Tree.round(c, 1420, 760, 300, GREEN);
        cottage(c, 1240, 740);
        c.down(land(1000, 0, 880, 400, 830, 900, 880, 1600, 830), rgb(0x79BB62), rgb(0x3F8A4E));
        sheep(c, 180, 850, 1, WHITE);
        sheep(c, 390, 800, 0.85, WHITE);
        sheep(c, 600, 890, -1.1, rgb(0x4A4656));
        sheep(c, 830, 850, 1, WHITE);
        sheep(c, 1010, 920, -1.15, WHITE);
        for (int i = 0; i < 34; i++) {
            double x = (i * 131) % 1600;
            double y = 900 + (i * 37) % 90;
            c.fill(circle(x, y, 5), i % 3 == 0 ? PINK : i % 3 == 1 ? WHITE : YELLOW);
        }
    }

    private static void rain(Canvas c) {
        for (int i = 0; i < 34; i++) {
            double x = 70 + (i % 9) * 42 + (i / 9) * 14;
            double y = 290 + (i / 9) * 76 + (i % 2) * 30;
            c.line(line(x, y, x - 12, y + 40), 4, clear(BLUE, 0.55));
        }
        Shape cloud = cloud(20, 270, 470);
        c.shadow(cloud, 0, 10, 24, 0.3);
        c.down(cloud, rgb(0xA3ADC2), rgb(0x6B7690));
    }

    private static void cottage(Canvas c, double x, double base) {
        c.down(box(x - 100, base - 120, 200, 130), CREAM, SAND);
        c.across(box(x + 44, base - 236, 34, 80), rgb(0xC98A6A), rgb(0xA66B50));
        c.down(
                poly(x - 130, base - 116, x - 70, base - 216, x + 70, base - 216, x + 130, base - 116),
                light(RED, 0.12),
                dark(RED, 0.12));
        c.fill(round(x - 24, base - 84, 48, 94, 22), TEAL);
        c.fill(circle(x + 13, base - 36, 4), YELLOW);
        for (int side : new int[] {-1, 1}) {
            c.fill(round(x + side * 64 - 23, base - 92, 46, 50, 5), WHITE);
            c.fill(round(x + side * 64 - 18, base - 87, 36, 40, 3), rgb(0xFFD977));
            c.fill(box(x + side * 64 - 1.5, base - 87, 3, 40), WHITE);
            c.fill(box(x + side * 64 - 18, base - 69, 36, 3), WHITE);
        }
    }

    private static void sheep(Canvas canvas, double x, double y, double scale, Color wool) {
        canvas.at(x, y, scale, 0, c -> {
            boolean black = !wool.equals(WHITE);
            Color face = black ? rgb(0x2B2733) : rgb(0x5A4A4A);
            c.shadow(oval(0, 2, 66, 7), 0, 0, 8, 0.4);
            for (double leg : new double[] {-34, -16, 18, 36}) {
                c.line(line(leg, -30, leg, -3), 8, face);
            }
            Shape fleece = join(
                    oval(0, -58, 58, 36),
                    circle(-48, -54, 23),
                    circle(-34, -82, 23),
                    circle(-4, -92, 25),
                    circle(28, -84, 23),
                    circle(48, -60, 23),
                    circle(-20, -36, 21),
                    circle(20, -36, 21));
            c.down(fleece, light(wool, 0.1), black ? dark(wool, 0.15) : rgb(0xDDD9DC));
            c.fill(blob(50, -92, 74, -100, 92, -80, 90, -60, 76, -52, 56, -66), face);
            c.fill(leaf(58, -92, 36, -84, 0.35), face);
            c.fill(circle(76, -80, 4.6), WHITE);
            c.fill(circle(77, -80, 2.5), INK);
            c.fill(join(circle(58, -98, 12), circle(70, -103, 11)), light(wool, 0.06));
        });
    }
}

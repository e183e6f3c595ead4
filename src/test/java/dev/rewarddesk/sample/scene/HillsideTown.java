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
import java.awt.Shape;
import java.util.Random;

/**
 * A hillside town by the sea, very large on purpose: one black cat on a roof, one red umbrella on a roof terrace, a
 * church with a green dome, five rowing boats and a striped balloon are there to be found by zooming in.
 */
public final class HillsideTown implements Drawing {
    private static final Color[] WALLS = {
        CREAM, rgb(0xF7CFA4), rgb(0xF2A88D), rgb(0xF6DD9B), rgb(0xE9C7B8), rgb(0xA9D3CE), rgb(0xF0B7B0), rgb(0xD9E2C5)
    };
    private static final Color[] ROOFS = {rgb(0xC9573F), rgb(0xB94C3A), rgb(0xD66F4B), rgb(0xA8483C)};
    private static final Color[] SHUTTERS = {TEAL, NAVY, FOREST, rgb(0x8C5A7B), rgb(0xC2703D)};

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x7CC3E2), rgb(0xFFE7C7));
        Sky.sun(c, 1330, 170, 58, YELLOW);
        Sky.cloud(c, 120, 170, 240);
        Sky.cloud(c, 980, 130, 190);
        c.fill(land(1000, 0, 560, 240, 470, 480, 540, 800, 430, 1150, 520, 1400, 450, 1600, 520), rgb(0xB2CBD6));
        c.down(
                land(1000, 0, 640, 200, 520, 430, 340, 700, 230, 940, 250, 1200, 380, 1420, 540, 1600, 620),
                rgb(0xA9CF8B),
                rgb(0x7EB06E));
        balloon(c);
        for (int i = 0; i < 14; i++) {
            double x = 330 + i * 72;
            Tree.round(c, x, hill(x, 0) + 26, 64, i % 2 == 0 ? FOREST : GREEN);
        }
        church(c);
        town(c);
        quay(c);
        Bird.gull(c, 420, 240, 44, WHITE);
        Bird.gull(c, 480, 214, 34, WHITE);
    }

    /** The height of the ground at x in a row of houses; row 0 is the top of the hill. */
    private static double hill(double x, int row) {
        double far = (x - 800) / 800;
        return 262 + row * 92 + far * far * (330 - row * 40);
    }

    private static void town(Canvas c) {
        Random random = new Random(21);
        for (int row = 1; row <= 7; row++) {
            double x = 800 - (430 + row * 74);
            double end = 800 + 400 + row * 70;
            while (x < end) {
                double w = 58 + random.nextDouble() * 34;
                double ground = hill(x + w / 2, row) + 60;
                if (random.nextInt(7) == 0) {
                    Tree.round(
                            c,
                            x + 18,
                            ground + 4,
                            84 + random.nextDouble() * 30,
                            random.nextBoolean() ? GREEN : FOREST);
                    x += 30;
                } else {
                    double ridge = house(c, x, ground, w, 86 + random.nextDouble() * 42, random);
                    if (row == 3 && x < 1010 && x + w >= 1010) {
                        Cat.sitting(c, x + w * 0.4, ridge + 2, 27, rgb(0x2A2733));
                    }
                    x += w - 3;
                }
            }
            extras(c, row);
        }
    }

    /** Draws a house and tells how high its ridge is. */
    private static double house(Canvas c, double x, double ground, double w, double h, Random random) {
        Color wall = WALLS[random.nextInt(WALLS.length)];
        Color roof = ROOFS[random.nextInt(ROOFS.length)];
        Color shutter = SHUTTERS[random.nextInt(SHUTTERS.length)];
        double top = ground - h;
        c.fill(box(x + 3, top, w, h + 40), clear(INK, 0.16));
        c.across(box(x, top, w, h + 40), light(wall, 0.25), dark(wall, 0.07));
        double eave = top + 5;
        double ridge = top - 17 - random.nextDouble() * 8;
        Shape tiles = poly(x - 4, eave, x + w * 0.16, ridge, x + w * 0.84, ridge, x + w + 4, eave);
        c.down(tiles, light(roof, 0.15), roof);
        c.inside(tiles, inner -> {
            for (double y = ridge; y < eave; y += 4) {
                for (double t = x - 4; t < x + w + 4; t += 4) {
                    inner.line(arc(t + (((int) (y - ridge)) / 4 % 2) * 2, y, 2, 180, 180), 0.5, clear(INK, 0.3));
                }
            }
        });
        if (random.nextInt(3) == 0) {
            c.across(box(x + w * 0.68, ridge - 11, 8, 17), light(wall, 0.1), dark(wall, 0.2));
            c.fill(box(x + w * 0.68 - 1.5, ridge - 13, 11, 3.4), roof);
        }
        int columns = w > 74 ? 3 : 2;
        int floors = (int) ((h - 8) / 34);
        for (int floor = 0; floor < floors; floor++) {
            for (int i = 0; i < columns; i++) {
                double wx = x + (i + 0.5) * w / columns - 5;
                window(c, wx, top + 14 + floor * 34, shutter, random);
            }
        }
        return ridge;
    }

    private static void window(Canvas c, double x, double y, Color shutter, Random random) {
        c.fill(box(x - 1, y - 1, 12, 19), WHITE);
        c.down(box(x, y, 10, 17), rgb(0x6E97AF), rgb(0x43657F));
        c.fill(poly(x, y + 12, x + 7, y, x + 10, y, x + 2, y + 17, x, y + 17), clear(WHITE, 0.2));
        c.fill(box(x + 4.6, y, 0.9, 17), WHITE);
        c.fill(box(x, y + 7, 10, 0.9), WHITE);
        for (double side : new double[] {x - 6.4, x + 11.2}) {
            c.fill(box(side, y - 1, 5.2, 19), shutter);
            for (int slat = 0; slat < 6; slat++) {
                c.fill(box(side + 0.7, y + 0.6 + slat * 2.9, 3.8, 0.8), dark(shutter, 0.3));
            }
        }
        if (random.nextInt(4) == 0) {
            c.fill(box(x - 2, y + 18, 14, 3), BROWN);
            for (int i = 0; i < 5; i++) {
                c.fill(circle(x - 0.5 + i * 2.8, y + 17 - (i % 2) * 1.2, 1.7), i % 2 == 0 ? PINK : RED);
                c.fill(circle(x + 1 + i * 2.6, y + 18.2, 0.9), GREEN);
            }
        }
    }

    /** What stands before a finished row of houses. */
    private static void extras(Canvas c, int row) {
        if (row == 4) {
            terrace(c, 596, hill(596, row) + 60);
        }
        if (row == 5) {
            laundry(c, 1044, hill(1090, row) - 22);
        }
    }

    private static void terrace(Canvas c, double x, double ground) {
        c.across(box(x - 40, ground - 84, 80, 130), light(CREAM, 0.2), dark(CREAM, 0.08));
        c.fill(box(x - 44, ground - 88, 88, 6), rgb(0xC9573F));
        for (int i = 0; i < 12; i++) {
            c.fill(box(x - 41 + i * 7.2, ground - 102, 1.6, 15), INK);
        }
        c.fill(box(x - 42, ground - 104, 84, 2.4), INK);
        c.line(line(x, ground - 90, x, ground - 134), 2, WHITE);
        Shape shade = segment(x, ground - 124, 36, 22, 0, 180);
        c.across(shade, light(RED, 0.1), dark(RED, 0.1));
        c.fill(poly(x - 12, ground - 124, x, ground - 146, x + 12, ground - 124), dark(RED, 0.12));
        c.fill(circle(x, ground - 147, 2), WHITE);
        window(c, x - 24, ground - 66, TEAL, new Random(1));
        window(c, x + 14, ground - 66, TEAL, new Random(1));
    }

    private static void laundry(Canvas c, double x, double y) {
        c.line(curve(x, y, x + 46, y + 7, x + 92, y), 0.9, INK);
        Color[] cloth = {WHITE, BLUE, YELLOW, PINK, WHITE};
        for (int i = 0; i < 5; i++) {
            double top = y + 2.5 + 4 * Math.sin(Math.PI * (i + 0.8) / 5.6);
            c.down(round(x + 6 + i * 17, top, 12.5, 17, 1.5), cloth[i], dark(cloth[i], 0.1));
        }
    }

    private static void church(Canvas c) {
        double base = hill(800, 0) + 110;
        c.across(box(740, base - 150, 120, 170), WHITE, rgb(0xE8D9C3));
        c.down(segment(800, base - 148, 62, 78, 0, 180), light(TEAL, 0.2), dark(TEAL, 0.1));
        c.across(box(786, base - 246, 28, 26), WHITE, rgb(0xE8D9C3));
        c.fill(poly(782, base - 246, 800, base - 272, 818, base - 246), TEAL);
        c.line(line(800, base - 272, 800, base - 292), 3, INK);
        c.line(line(793, base - 285, 807, base - 285), 3, INK);
        c.across(box(866, base - 240, 46, 260), light(SAND, 0.4), SAND);
        c.fill(poly(860, base - 240, 889, base - 290, 918, base - 240), rgb(0xC9573F));
        c.fill(join(box(880, base - 214, 18, 30), circle(889, base - 214, 9)), rgb(0x4E5C72));
        c.ball(circle(889, base - 200, 7), YELLOW);
        c.fill(circle(800, base - 116, 17), rgb(0x6FA3BD));
        c.line(circle(800, base - 116, 17), 3, SAND);
        c.line(line(783, base - 116, 817, base - 116), 2, SAND);
        c.line(line(800, base - 133, 800, base - 99), 2, SAND);
        for (int i = 0; i < 3; i++) {
            c.fill(join(box(756 + i * 36, base - 76, 16, 40), circle(764 + i * 36, base - 76, 8)), rgb(0x56728A));
        }
    }

    private static void quay(Canvas c) {
        c.down(box(0, 1010, 1600, 50), rgb(0xE2CBA9), rgb(0xBFA07C));
        for (int i = 0; i < 54; i++) {
            c.fill(box(i * 30 + 4, 1024, 26, 14), clear(WHITE, 0.18));
            c.fill(box(i * 30 - 11, 1040, 26, 14), clear(INK, 0.08));
        }
        c.down(box(0, 952, 1600, 60), light(CREAM, 0.2), SAND);
        c.fill(box(0, 946, 1600, 8), rgb(0xC9573F));
        for (int i = 0; i < 40; i++) {
            c.fill(join(box(i * 40 + 8, 976, 24, 36), circle(i * 40 + 20, 976, 12)), rgb(0x5E5A6B));
            c.glow(i * 40 + 20, 992, 14, clear(YELLOW, i % 3 == 0 ? 0.8 : 0.15));
        }
        for (int i = 0; i < 10; i++) {
            Tree.palm(c, 60 + i * 160, 1018, 96);
        }
        c.down(box(0, 1058, 1600, 142), rgb(0x5FB6C6), rgb(0x1F6F8B));
        Random random = new Random(3);
        for (int i = 0; i < 130; i++) {
            double x = random.nextDouble() * 1600;
            double y = 1066 + random.nextDouble() * 130;
            c.line(curve(x, y, x + 9, y - 2, x + 18, y, x + 27, y + 2, x + 36, y), 1.5, clear(WHITE, 0.3));
        }
        Color[] hulls = {RED, WHITE, YELLOW, BLUE, GREEN};
        for (int i = 0; i < 5; i++) {
            double x = 170 + i * 300;
            double y = 1118 + (i % 2) * 30;
            c.fill(oval(x, y + 16, 66, 7), clear(INK, 0.25));
            c.down(
                    blob(x - 66, y - 14, x, y - 4, x + 66, y - 14, x + 48, y + 14, x - 48, y + 14),
                    light(hulls[i], 0.15),
                    dark(hulls[i], 0.15));
            c.fill(blob(x - 58, y - 10, x, y - 2, x + 58, y - 10, x + 40, y + 1, x - 40, y + 1), light(WOOD, 0.2));
            c.line(line(x - 20, y - 6, x - 62, y + 18), 3, BROWN);
            c.line(line(x + 16, y - 6, x + 52, y + 20), 3, BROWN);
        }
    }

    private static void balloon(Canvas canvas) {
        canvas.at(300, 250, 0.8, 0, c -> {
            Shape hull = blob(0, -100, 62, -84, 92, -28, 74, 34, 30, 84, -30, 84, -74, 34, -92, -28, -62, -84);
            c.inside(hull, inner -> {
                Color[] stripes = {PURPLE, YELLOW, PURPLE, YELLOW, PURPLE, YELLOW, PURPLE};
                for (int i = 0; i < 7; i++) {
                    inner.down(box(-96 + i * 27.5, -110, 28, 220), light(stripes[i], 0.15), stripes[i]);
                }
                inner.across(box(-110, -110, 220, 220), clear(WHITE, 0.25), clear(INK, 0.22));
            });
            c.line(line(-26, 82, -16, 122), 2, BROWN);
            c.line(line(26, 82, 16, 122), 2, BROWN);
            c.down(round(-20, 120, 40, 28, 6), WOOD, BROWN);
        });
    }
}

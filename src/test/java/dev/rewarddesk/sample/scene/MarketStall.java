package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Cat;
import dev.rewarddesk.sample.motif.Fruit;
import dev.rewarddesk.sample.motif.Person;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;
import java.awt.Shape;

/** A market stall: 7 apples and 3 pears in the left crate, 5 oranges in the middle, 4 lemons on the right, a cat. */
public final class MarketStall implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0xBFE3EC), rgb(0xFFE9C9));
        Sky.sun(c, 1390, 150, 62, YELLOW);
        Sky.cloud(c, 90, 150, 230);
        Sky.cloud(c, 1080, 110, 170);
        town(c);
        c.down(box(0, 820, 1600, 247), rgb(0xE0BC92), rgb(0xC69A70));
        for (int row = 0; row < 6; row++) {
            double y = 838 + row * row * 7 + row * 10;
            for (int i = -1; i < 17; i++) {
                c.fill(round(i * 104 + (row % 2) * 52, y, 92, 10 + row * 6, 6 + row), clear(WHITE, 0.16));
            }
        }
        Tree.round(c, 130, 870, 420, GREEN);
        stall(c);
        Cat.sitting(c, 1450, 985, 150, GREY);
        basket(c);
    }

    private static void town(Canvas c) {
        double[][] houses = {
            {0, 430, 190},
            {180, 500, 170},
            {340, 400, 210},
            {540, 470, 160},
            {690, 380, 220},
            {900, 450, 180},
            {1070, 410, 200},
            {1260, 480, 170},
            {1420, 400, 190}
        };
        Color[] walls = {rgb(0xEFC9A8), rgb(0xE9B79A), rgb(0xF3D6B3)};
        for (int i = 0; i < houses.length; i++) {
            double x = houses[i][0];
            double y = houses[i][1];
            double w = houses[i][2];
            c.down(box(x, y, w, 830 - y), light(walls[i % 3], 0.35), walls[i % 3]);
            c.fill(poly(x - 8, y, x + w / 2, y - 74, x + w + 8, y), light(CORAL, 0.35 + 0.1 * (i % 2)));
            for (int k = 0; k < 2; k++) {
                for (int row = 0; row < 3; row++) {
                    c.fill(
                            round(x + w * (0.2 + 0.38 * k), y + 36 + row * 100, w * 0.2, 52, 6),
                            clear(rgb(0x9CB6C4), 0.65));
                }
            }
        }
        c.fill(box(0, 300, 1600, 530), clear(rgb(0xFFE9C9), 0.42));
    }

    private static void stall(Canvas c) {
        c.shadow(box(250, 880, 1100, 60), 0, 20, 40, 0.5);
        c.down(box(290, 300, 1020, 400), rgb(0x7A5A50), rgb(0x94705C));
        bananas(c);
        new Person(rgb(0xE8B48C), rgb(0x5B3A2B), TEAL, NAVY).behind(c, 800, 640, 290);
        c.fill(round(736, 530, 128, 120, 18), CREAM);
        c.across(box(278, 250, 26, 660), light(WOOD, 0.2), WOOD);
        c.across(box(1296, 250, 26, 660), light(WOOD, 0.2), WOOD);
        crates(c);
        c.down(round(240, 690, 1120, 36, 8), light(WOOD, 0.35), light(WOOD, 0.1));
        c.down(box(266, 726, 1068, 184), WOOD, dark(WOOD, 0.2));
        c.down(box(266, 726, 1068, 30), clear(INK, 0.3), clear(INK, 0));
        for (int i = 1; i < 7; i++) {
            c.fill(box(266 + i * 152.5, 726, 3, 184), clear(INK, 0.18));
        }
        c.fill(circle(800, 822, 68), CREAM);
        Fruit.apple(c, 800, 828, 42, RED);
        awning(c);
    }

    private static void crates(Canvas c) {
        // Left: seven apples and three pears. The rows overlap, but every fruit shows its upper half.
        double[] places = {352, 430, 508};
        for (double x : places) {
            Fruit.apple(c, x, 560, 42, RED);
        }
        Fruit.pear(c, 590, 554, 38, LIME);
        Fruit.pear(c, 660, 554, 38, LIME);
        for (int i = 0; i < 4; i++) {
            Fruit.apple(c, 350 + i * 78, 622, 42, rgb(i == 2 ? 0xC9342F : 0xD9403A));
        }
        Fruit.pear(c, 658, 614, 38, rgb(0xC9D468));
        crate(c, 304, 394);
        for (int i = 0; i < 2; i++) {
            Fruit.orange(c, 906 + i * 84, 574, 42);
        }
        for (int i = 0; i < 3; i++) {
            Fruit.orange(c, 864 + i * 84, 628, 42);
        }
        crate(c, 812, 268);
        Fruit.lemon(c, 1150, 590, 36, -8);
        Fruit.lemon(c, 1238, 592, 36, 12);
        Fruit.lemon(c, 1148, 634, 36, 10);
        Fruit.lemon(c, 1242, 634, 36, -6);
        crate(c, 1094, 202);
    }

    private static void crate(Canvas c, double x, double w) {
        c.shadow(box(x, 640, w, 56), 0, 6, 14, 0.4);
        c.down(round(x, 640, w, 26, 5), rgb(0xE6B983), rgb(0xD6A36C));
        c.down(round(x, 670, w, 24, 5), rgb(0xDFAE77), rgb(0xC9935C));
        c.fill(box(x + 8, 636, 20, 60), rgb(0xC28B57));
        c.fill(box(x + w - 28, 636, 20, 60), rgb(0xC28B57));
    }

    private static void bananas(Canvas c) {
        c.line(line(450, 330, 450, 392), 5, CREAM);
        Fruit.banana(c, 448, 440, 44, 84);
        Fruit.banana(c, 440, 444, 44, 108);
        Fruit.banana(c, 432, 440, 44, 132);
        c.fill(circle(452, 382, 11), dark(LIME, 0.3));
    }

    private static void awning(Canvas c) {
        c.shadow(poly(290, 170, 1310, 170, 1390, 350, 210, 350), 0, 26, 30, 0.45);
        int stripes = 10;
        for (int i = 0; i < stripes; i++) {
            double top = 290 + i * 102;
            double foot = 210 + i * 118;
            Color color = i % 2 == 0 ? RED : CREAM;
            Shape cloth = poly(top, 170, top + 102, 170, foot + 118, 336, foot, 336);
            c.down(cloth, light(color, 0.12), color);
            c.fill(join(box(foot, 334, 118, 14), segment(foot + 59, 348, 59, 34, 180, 180)), dark(color, 0.1));
        }
        c.down(round(276, 152, 1048, 26, 10), light(WOOD, 0.25), WOOD);
    }

    private static void basket(Canvas c) {
        c.shadow(oval(150, 1000, 110, 14), 0, 0, 14, 0.5);
        pumpkin(c, 112, 902, 52);
        pumpkin(c, 196, 906, 48);
        Shape weave = poly(40, 920, 260, 920, 234, 1004, 66, 1004);
        c.down(weave, light(WOOD, 0.2), dark(WOOD, 0.1));
        c.inside(weave, inner -> {
            for (int i = 0; i < 6; i++) {
                for (int k = 0; k < 10; k++) {
                    inner.fill(round(36 + k * 26 + (i % 2) * 13, 922 + i * 15, 20, 9, 4), clear(SAND, 0.55));
                }
            }
        });
        c.fill(round(32, 912, 236, 16, 8), light(WOOD, 0.3));
    }

    private static void pumpkin(Canvas c, double x, double y, double r) {
        c.line(curve(x, y - r * 0.7, x + 4, y - r, x + 14, y - r * 1.15), 9, FOREST);
        for (int i : new int[] {-2, 2, -1, 1, 0}) {
            c.ball(oval(x + i * r * 0.36, y, r * 0.5, r * 0.82), i % 2 == 0 ? ORANGE : rgb(0xE98331));
        }
    }
}

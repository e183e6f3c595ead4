package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Fruit;
import java.awt.Color;
import java.awt.Shape;

/**
 * A table laid for four, from above: fork left and knife right of each plate as its guest sees it, three glasses of
 * water and one of orange juice (top right), a pot of soup in the middle, three rolls in a basket, two lemons.
 */
public final class KitchenTable implements Drawing {

    @Override
    public void on(Canvas c) {
        c.fill(box(0, 0, 1600, 1200), rgb(0xF2E2CB));
        for (int row = 0; row < 8; row++) {
            for (int i = 0; i < 11; i++) {
                c.fill(
                        round(i * 150 + 3, row * 150 + 3, 144, 144, 6),
                        (row + i) % 2 == 0 ? rgb(0xE8D0B2) : rgb(0xF6E9D6));
            }
        }
        c.glow(300, 100, 1200, clear(WHITE, 0.35));
        chair(c, 520, 130, 0);
        chair(c, 1080, 130, 0);
        chair(c, 520, 1070, 180);
        chair(c, 1080, 1070, 180);
        Shape table = round(170, 210, 1260, 780, 60);
        c.shadow(table, 0, 24, 50, 0.5);
        c.down(table, rgb(0xC98F60), rgb(0xA9704A));
        Shape cloth = round(210, 250, 1180, 700, 36);
        c.fill(cloth, WHITE);
        c.inside(cloth, inner -> {
            for (int i = 0; i < 20; i++) {
                inner.fill(box(210 + i * 62, 250, 31, 700), clear(TEAL, 0.14));
                inner.fill(box(210, 250 + i * 62, 1180, 31), clear(TEAL, 0.14));
            }
        });
        c.line(cloth, 6, clear(TEAL, 0.6));
        setting(c, 520, 378, 180, SKY);
        setting(c, 1080, 378, 180, ORANGE);
        setting(c, 520, 822, 0, SKY);
        setting(c, 1080, 822, 0, SKY);
        soup(c);
        basket(c);
        Fruit.lemon(c, 1148, 590, 36, -20);
        Fruit.lemon(c, 1226, 622, 36, 24);
    }

    private static void chair(Canvas canvas, double x, double y, double turn) {
        canvas.at(x, y, 1, turn, c -> {
            Shape seat = round(-120, -70, 240, 240, 40);
            c.shadow(seat, 0, 10, 24, 0.4);
            c.down(seat, light(CORAL, 0.1), CORAL);
            c.down(round(-128, -98, 256, 46, 22), rgb(0xB77B4F), rgb(0x8A5A3C));
        });
    }

    /** One guest's place; turned by 180 degrees for those who sit at the top. */
    private static void setting(Canvas canvas, double x, double y, double turn, Color drink) {
        canvas.at(x, y, 1, turn, c -> {
            Shape plate = circle(0, 0, 104);
            c.shadow(plate, 0, turn == 0 ? 12 : -12, 18, 0.4);
            c.fill(plate, WHITE);
            c.fill(circle(0, 0, 98), rgb(0xF3EDE4));
            c.line(circle(0, 0, 92), 5, CORAL);
            c.fill(circle(0, 0, 70), WHITE);
            c.line(circle(0, 0, 70), 2, clear(GREY, 0.5));
            fork(c);
            knife(c);
            glass(c, 132, -104, drink);
        });
    }

    private static void fork(Canvas c) {
        Color silver = rgb(0x8C95A8);
        Shape fork = join(
                round(-156, -8, 12, 98, 6),
                round(-168, -44, 36, 44, 14),
                round(-168, -90, 8, 60, 4),
                round(-154, -90, 8, 60, 4),
                round(-140, -90, 8, 60, 4));
        c.shadow(fork, 2, 4, 6, 0.4);
        c.across(fork, light(silver, 0.5), silver);
    }

    private static void knife(Canvas c) {
        Shape blade = blob(144, -90, 160, -70, 164, -20, 160, 10, 144, 10);
        Shape handle = round(144, 6, 16, 86, 8);
        c.shadow(join(blade, handle), 2, 4, 6, 0.4);
        c.across(blade, rgb(0xE3E7EE), rgb(0x9FA8B8));
        c.across(handle, light(BROWN, 0.15), BROWN);
    }

    private static void glass(Canvas c, double x, double y, Color drink) {
        c.shadow(circle(x, y, 40), 2, 6, 12, 0.4);
        c.fill(circle(x, y, 40), clear(WHITE, 0.9));
        c.ball(circle(x, y, 33), drink.equals(SKY) ? light(SKY, 0.25) : drink);
        c.line(circle(x, y, 40), 3, clear(GREY, 0.8));
        c.line(arc(x, y, 26, 110, 60), 5, clear(WHITE, 0.8));
    }

    private static void soup(Canvas c) {
        Shape pot = circle(800, 600, 136);
        c.shadow(pot, 0, 16, 26, 0.5);
        c.fill(join(round(630, 572, 60, 56, 20), round(910, 572, 60, 56, 20)), dark(RED, 0.2));
        c.ball(pot, RED);
        c.ball(circle(800, 600, 114), ORANGE);
        double[][] herbs = {{-50, -30}, {20, -60}, {60, 10}, {-20, 40}, {-70, 20}, {30, 60}, {0, -10}};
        for (double[] h : herbs) {
            c.fill(leaf(800 + h[0] - 11, 600 + h[1], 800 + h[0] + 11, 600 + h[1] - 8, 0.5), FOREST);
        }
        c.fill(circle(852, 640, 15), light(ORANGE, 0.4));
        c.fill(circle(848, 560, 12), light(ORANGE, 0.4));
        c.line(line(772, 620, 742, 428), 15, rgb(0xB9C0CE));
        c.fill(oval(778, 632, 36, 30), rgb(0x9FA8B8));
        c.fill(oval(780, 630, 27, 22), rgb(0xE98331));
    }

    private static void basket(Canvas c) {
        Shape basket = oval(420, 612, 140, 84);
        c.shadow(basket, 0, 12, 20, 0.45);
        c.fill(basket, BROWN);
        c.line(oval(420, 612, 132, 76), 16, WOOD);
        c.dashes(oval(420, 612, 132, 76), 8, SAND, 10, 20);
        for (int i = 0; i < 3; i++) {
            double x = 344 + i * 76;
            double y = 612 + (i % 2 == 0 ? 8 : -14);
            Shape roll = turned(oval(x, y, 46, 36), x, y, -20 + i * 20);
            c.shadow(roll, 0, 5, 8, 0.4);
            c.ball(roll, rgb(0xE0A45E));
            for (int cut = -1; cut < 2; cut++) {
                c.line(line(x - 8 + cut * 18, y + 12, x + 4 + cut * 18, y - 12), 4, clear(CREAM, 0.85));
            }
        }
    }
}

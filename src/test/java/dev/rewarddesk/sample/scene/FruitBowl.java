package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Fruit;
import java.awt.Shape;

/**
 * A blue bowl with two bananas, three oranges, two red apples, a pear and purple grapes; one lemon lies at its left.
 */
public final class FruitBowl implements Drawing {

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1000, 1000), rgb(0xF9D8BF), rgb(0xF3BFA0));
        c.fill(circle(500, 420, 380), clear(WHITE, 0.28));
        c.fill(circle(500, 420, 290), clear(WHITE, 0.25));
        c.down(box(0, 740, 1000, 260), rgb(0xB97F54), rgb(0x935F3E));
        c.fill(box(0, 740, 1000, 6), clear(WHITE, 0.4));
        for (int i = 0; i < 3; i++) {
            c.line(
                    curve(0, 800 + i * 66, 330, 812 + i * 60, 660, 792 + i * 66, 1000, 806 + i * 64),
                    3,
                    clear(BROWN, 0.35));
        }
        c.shadow(oval(500, 900, 260, 22), 0, 6, 26, 0.6);
        Fruit.banana(c, 610, 342, 116, -34);
        Fruit.banana(c, 640, 400, 116, -26);
        Fruit.pear(c, 420, 390, 92, LIME);
        Fruit.apple(c, 292, 500, 90, RED);
        Fruit.orange(c, 545, 460, 88);
        Fruit.orange(c, 440, 550, 88);
        Fruit.apple(c, 706, 500, 90, rgb(0xC9342F));
        Fruit.orange(c, 590, 570, 88);
        bowl(c);
        Fruit.grapes(c, 808, 668, 88, PURPLE);
        Fruit.lemon(c, 138, 872, 62, -14);
    }

    private static void bowl(Canvas c) {
        Shape body = blob(170, 590, 500, 622, 830, 590, 800, 730, 690, 850, 500, 878, 310, 850, 200, 730);
        c.shadow(body, 0, -8, 18, 0.3);
        c.across(body, light(BLUE, 0.2), dark(BLUE, 0.25));
        c.inside(body, inner -> {
            for (int i = 0; i < 11; i++) {
                inner.fill(star(190 + i * 62, 692 + 16 * Math.sin(Math.PI * i / 10), 20, 9, 8), clear(CREAM, 0.9));
            }
            inner.line(curve(150, 640, 500, 668, 850, 640), 7, clear(CREAM, 0.8));
            inner.line(curve(150, 740, 500, 772, 850, 740), 7, clear(CREAM, 0.8));
        });
        c.line(curve(176, 592, 340, 612, 500, 618, 660, 612, 824, 592), 20, light(BLUE, 0.25));
        c.across(round(400, 866, 200, 32, 12), light(BLUE, 0.1), dark(BLUE, 0.3));
    }
}

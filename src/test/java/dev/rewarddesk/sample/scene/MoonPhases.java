package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Sky;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Shape;
import java.awt.geom.Area;

/**
 * Seven phases of the moon in an arc, growing then shrinking (northern view); an orange tent, a fire, a fox at its
 * right, a shooting star.
 */
public final class MoonPhases implements Drawing {

    @Override
    public void on(Canvas c) {
        Sky.over(c, rgb(0x141A44), rgb(0xB0759A));
        c.down(box(0, 0, 1800, 760), rgb(0x141A44), rgb(0x8A6AA6));
        Sky.stars(c, 320, 0, 640, 17);
        c.across(leaf(1290, 110, 1480, 40, 0.02), clear(WHITE, 0.1), WHITE);
        c.fill(star(1482, 40, 13, 5, 4), WHITE);
        double[] shares = {0.25, 0.5, 0.75, 1, 0.75, 0.5, 0.25};
        for (int i = 0; i < 7; i++) {
            double a = Math.toRadians(160 - i * 140 / 6.0);
            double r = i == 3 ? 104 : 78;
            moon(c, 900 + 780 * Math.cos(a), 600 - 400 * Math.sin(a), r, shares[i], i < 3);
        }
        c.fill(
                land(900, 0, 640, 200, 560, 430, 640, 700, 540, 960, 630, 1220, 550, 1500, 640, 1800, 560),
                rgb(0x5B4A86));
        c.fill(land(900, 0, 720, 260, 650, 560, 720, 900, 650, 1260, 730, 1560, 660, 1800, 700), rgb(0x3B3A70));
        c.down(land(900, 0, 800, 400, 760, 900, 800, 1400, 760, 1800, 800), rgb(0x2A3A5C), rgb(0x172340));
        double[][] firs = {
            {60, 820, 210},
            {170, 800, 160},
            {270, 815, 230},
            {380, 800, 150},
            {1440, 800, 180},
            {1540, 815, 240},
            {1650, 800, 170},
            {1740, 820, 230}
        };
        for (double[] f : firs) {
            Tree.fir(c, f[0], f[1], f[2], rgb(0x24466B));
        }
        camp(c);
    }

    /** A moon with the given share of its disc lit, at the right while it grows, at the left while it shrinks. */
    private static void moon(Canvas c, double x, double y, double r, double share, boolean growing) {
        c.glow(x, y, r * 2.1, clear(CREAM, 0.1 + 0.25 * share));
        c.fill(circle(x, y, r), rgb(0x2C2F62));
        double bulge = r * Math.abs(1 - 2 * share);
        Area lit = within(circle(x, y, r), box(x, y - r, r, 2 * r));
        if (share > 0.5) {
            lit.add(new Area(oval(x, y, bulge, r)));
        } else {
            lit.subtract(new Area(oval(x, y, bulge, r)));
        }
        Shape shape = growing ? lit : turned(lit, x, y, 180);
        c.down(share == 1 ? circle(x, y, r) : shape, rgb(0xFFF6DC), rgb(0xEBD9AE));
        c.inside(shape, inner -> {
            double[][] spots = {
                {-0.4, -0.3, 0.2}, {0.3, -0.5, 0.13}, {0.15, 0.3, 0.25}, {-0.5, 0.4, 0.12}, {0.6, 0.05, 0.14}
            };
            for (double[] s : spots) {
                inner.fill(circle(x + s[0] * r, y + s[1] * r, s[2] * r), clear(rgb(0xC9AE7E), 0.4));
            }
        });
    }

    private static void camp(Canvas c) {
        c.glow(1010, 800, 260, clear(ORANGE, 0.5));
        c.shadow(oval(770, 832, 180, 10), 0, 0, 12, 0.5);
        c.across(poly(790, 640, 940, 832, 720, 832), ORANGE, dark(ORANGE, 0.15));
        c.fill(poly(790, 640, 610, 832, 830, 832), light(ORANGE, 0.15));
        c.down(poly(786, 690, 690, 832, 772, 832), rgb(0xFFE08A), rgb(0xC9703A));
        c.line(open(782, 628, 790, 640, 800, 626), 6, BROWN);
        c.line(line(976, 834, 1046, 818), 14, BROWN);
        c.line(line(976, 818, 1046, 834), 14, light(BROWN, 0.12));
        c.down(blob(1010, 716, 1032, 760, 1046, 800, 1010, 826, 974, 800, 990, 764), RED, ORANGE);
        c.down(blob(1012, 756, 1028, 796, 1010, 822, 990, 798), YELLOW, light(YELLOW, 0.4));
        // A fox warms itself at the right of the fire.
        c.at(1150, 834, 1, 0, fox -> {
            fox.line(curve(34, -14, 76, -10, 84, -48), 22, rgb(0xD9743C));
            fox.line(line(83, -50, 84, -56), 16, WHITE);
            fox.down(blob(-22, -70, 6, -76, 36, -40, 38, -6, 0, 0, -26, -6), rgb(0xE8874A), rgb(0xC9642F));
            fox.fill(blob(-24, -64, -4, -50, -6, -10, -24, -6), WHITE);
            fox.fill(poly(-30, -98, -24, -128, -8, -104), rgb(0xC9642F));
            fox.fill(poly(2, -104, 18, -126, 20, -94), rgb(0xC9642F));
            fox.fill(blob(-32, -94, -4, -110, 22, -94, 14, -72, -30, -66, -58, -70), rgb(0xE8874A));
            fox.fill(blob(-58, -70, -34, -78, -8, -70, -30, -63), WHITE);
            fox.fill(circle(-57, -71, 5), INK);
            fox.fill(circle(-20, -86, 4), INK);
        });
    }
}

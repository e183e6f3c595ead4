package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import dev.rewarddesk.sample.motif.Tree;
import java.awt.Color;
import java.awt.Shape;
import java.util.Random;

/** An island map: a dotted red route from the boat in the south-west by three palms and a lake to a red cross. */
public final class IslandMap implements Drawing {

    @Override
    public void on(Canvas c) {
        c.fill(box(0, 0, 1400, 1050), rgb(0x6B4A3A));
        Shape paper = blob(
                40, 40, 380, 54, 720, 34, 1060, 52, 1364, 38, 1350, 350, 1366, 700, 1352, 1012, 1000, 1000, 660, 1018,
                320, 1002, 38, 1014, 52, 700, 34, 360);
        c.shadow(paper, 6, 12, 26, 0.7);
        c.down(paper, rgb(0xFBE8BE), rgb(0xF0D197));
        c.inside(paper, inner -> {
            stains(inner);
            sea(inner);
        });
        Shape coast = blob(
                350, 560, 380, 380, 520, 300, 640, 250, 800, 200, 960, 230, 1100, 320, 1170, 470, 1130, 620, 1160, 740,
                1020, 850, 860, 830, 720, 880, 560, 850, 430, 760);
        c.line(coast, 60, clear(rgb(0x8CC9C6), 0.4));
        c.line(coast, 30, clear(rgb(0x6FB6B8), 0.5));
        c.shadow(coast, 4, 8, 12, 0.3);
        c.down(coast, rgb(0xDDE0A0), rgb(0xB9CB7C));
        c.line(coast, 7, rgb(0xE9D08F));
        land(c);
        c.dashes(
                curve(
                        300, 800, 420, 700, 500, 580, 600, 560, 700, 620, 780, 690, 880, 660, 930, 540, 960, 440, 1000,
                        400),
                9,
                RED,
                0.1,
                24);
        c.line(line(988, 368, 1042, 422), 17, RED);
        c.line(line(1042, 368, 988, 422), 17, RED);
        boat(c);
        compass(c);
    }

    private static void stains(Canvas c) {
        c.glow(1200, 900, 320, clear(WOOD, 0.3));
        c.glow(120, 160, 260, clear(WOOD, 0.22));
        c.glow(700, 1010, 240, clear(WOOD, 0.2));
        for (int i = 1; i < 4; i++) {
            c.fill(box(i * 350, 0, 2.5, 1050), clear(BROWN, 0.14));
        }
        c.fill(box(0, 350, 1400, 2.5), clear(BROWN, 0.14));
        c.fill(box(0, 700, 1400, 2.5), clear(BROWN, 0.14));
    }

    private static void sea(Canvas c) {
        Random random = new Random(12);
        for (int i = 0; i < 70; i++) {
            double x = 60 + random.nextDouble() * 1260;
            double y = 70 + random.nextDouble() * 920;
            c.line(curve(x, y, x + 10, y - 7, x + 20, y, x + 30, y - 7, x + 40, y), 3, clear(TEAL, 0.4));
        }
    }

    private static void land(Canvas c) {
        mountain(c, 870, 420, 110, 170);
        mountain(c, 1045, 610, 92, 160);
        mountain(c, 780, 440, 80, 110);
        Shape lake = blob(660, 740, 720, 706, 800, 720, 830, 764, 770, 800, 690, 790);
        c.down(lake, rgb(0x9AD5DA), rgb(0x58A9BC));
        c.line(lake, 5, rgb(0xE9D08F));
        Tree.palm(c, 430, 560, 130);
        Tree.palm(c, 500, 520, 120);
        Tree.palm(c, 560, 470, 130);
        for (double[] t : new double[][] {
            {620, 380},
            {660, 350},
            {700, 372},
            {650, 405},
            {980, 740},
            {1020, 760},
            {1050, 728},
            {1000, 790},
            {940, 772}
        }) {
            Tree.fir(c, t[0], t[1] + 20, 72, FOREST);
        }
    }

    private static void mountain(Canvas c, double x, double base, double half, double h) {
        c.fill(poly(x - half, base, x, base - h, x + half * 0.1, base), rgb(0xC29A72));
        c.fill(poly(x, base - h, x + half, base, x - 4, base), rgb(0x94694C));
        c.fill(
                poly(
                        x,
                        base - h,
                        x - half * 0.3,
                        base - h * 0.7,
                        x - half * 0.08,
                        base - h * 0.76,
                        x + half * 0.08,
                        base - h * 0.66,
                        x + half * 0.3,
                        base - h * 0.7),
                WHITE);
    }

    private static void boat(Canvas canvas) {
        canvas.at(240, 850, 0.62, 0, c -> {
            c.line(line(0, 0, 0, -190), 8, BROWN);
            c.across(leaf(10, -186, 10, -34, 0.5), WHITE, SAND);
            c.fill(poly(-2, -200, -56, -184, -2, -168), INK);
            c.down(blob(-110, -30, 0, -16, 110, -34, 84, 26, -80, 26), WOOD, BROWN);
            c.line(curve(-120, 32, -60, 24, 0, 34, 60, 24, 120, 34), 7, TEAL);
        });
    }

    private static void compass(Canvas canvas) {
        canvas.at(200, 230, c -> {
            c.line(circle(0, 0, 96), 5, BROWN);
            c.line(circle(0, 0, 82), 2.5, clear(BROWN, 0.7));
            for (int i = 0; i < 8; i++) {
                int turn = i * 45;
                double reach = i % 2 == 0 ? 88 : 52;
                Color color = i == 0 ? RED : i % 2 == 0 ? INK : WOOD;
                c.at(0, 0, 1, turn, arm -> {
                    arm.fill(poly(0, -reach, 14, -14, 0, 0), color);
                    arm.fill(poly(0, -reach, -14, -14, 0, 0), light(color, 0.5));
                });
            }
            c.fill(circle(0, 0, 9), YELLOW);
        });
    }
}

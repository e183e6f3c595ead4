package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.motif.Bird;
import dev.rewarddesk.sample.motif.Sky;
import java.awt.Color;
import java.awt.Shape;

/**
 * The air and space above {@link SeaToSpace}. Going up: three gulls, a green kite, a hot-air balloon, an aeroplane, a
 * weather balloon, northern lights, a satellite, the moon with an astronaut, a rocket, a ringed planet.
 */
final class SkyColumn {
    private SkyColumn() {}

    static void draw(Canvas c) {
        Sky.stars(c, 420, 0, 2300, 9);
        Sky.stars(c, 60, 2300, 2900, 10);
        planet(c, 310, 420);
        rocket(c, 610, 880);
        moon(c, 300, 1360);
        satellite(c, 620, 1900);
        lights(c);
        weatherBalloon(c, 250, 2760);
        aeroplane(c, 500, 3440);
        clouds(c);
        hotAirBalloon(c, 600, 4180);
        kite(c, 260, 4800);
        Bird.gull(c, 600, 5080, 110, WHITE);
        Bird.gull(c, 730, 5140, 80, WHITE);
        Bird.gull(c, 520, 5180, 70, WHITE);
        Sky.sun(c, 730, 5420, 70, YELLOW);
    }

    private static void planet(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.5, -18, c -> {
            c.line(oval(0, 0, 170, 40), 16, SAND);
            Shape globe = circle(0, 0, 96);
            c.ball(globe, ORANGE);
            c.inside(globe, inner -> {
                inner.fill(box(-100, -40, 200, 16), clear(CREAM, 0.35));
                inner.fill(box(-100, 36, 200, 24), clear(BROWN, 0.2));
            });
            // The near half of the ring passes before the planet.
            c.inside(box(-220, 0, 440, 120), inner -> inner.line(oval(0, 0, 170, 40), 16, SAND));
        });
        canvas.ball(circle(720, 250, 44), TEAL);
        canvas.ball(circle(560, 560, 26), CORAL);
    }

    private static void rocket(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.2, 24, c -> {
            c.glow(0, 200, 120, clear(ORANGE, 0.6));
            c.down(leaf(0, 110, 0, 290, 0.32), YELLOW, clear(RED, 0.7));
            c.down(leaf(0, 110, 0, 220, 0.3), WHITE, YELLOW);
            for (int side : new int[] {-1, 1}) {
                c.fill(poly(side * 40, 40, side * 92, 122, side * 40, 104), dark(RED, side > 0 ? 0.2 : 0));
            }
            Shape hull = blob(0, -170, 44, -90, 54, 10, 40, 112, -40, 112, -54, 10, -44, -90);
            c.across(hull, WHITE, rgb(0xB9C2D6));
            c.inside(hull, inner -> {
                inner.across(box(-80, -190, 160, 92), RED, dark(RED, 0.2));
                inner.across(box(-80, 80, 160, 40), RED, dark(RED, 0.2));
            });
            c.fill(circle(0, -40, 30), ASPHALT);
            c.ball(circle(0, -40, 22), SKY);
        });
    }

    private static void moon(Canvas c, double x, double y) {
        c.glow(x, y, 330, clear(CREAM, 0.35));
        c.ball(circle(x, y, 180), rgb(0xDCD8D0));
        for (double[] crater : new double[][] {
            {-70, -60, 36}, {50, -90, 22}, {20, 60, 46}, {-100, 60, 20}, {100, 10, 28}, {-10, -10, 16}
        }) {
            c.fill(circle(x + crater[0], y + crater[1], crater[2]), rgb(0xB9B4B2));
            c.fill(circle(x + crater[0] + 4, y + crater[1] + 5, crater[2] * 0.85), rgb(0xCBC6C1));
        }
        c.at(x + 110, y - 176, 0.8, 14, a -> {
            a.fill(round(-40, -80, 80, 86, 18), rgb(0xB8BECB));
            a.line(line(-16, 10, -20, 56), 28, WHITE);
            a.line(line(16, 10, 20, 56), 28, rgb(0xE3E6EC));
            a.line(line(-34, -50, -66, -96), 24, WHITE);
            a.line(line(34, -50, 58, -8), 24, rgb(0xE3E6EC));
            a.fill(round(-36, -74, 72, 90, 26), WHITE);
            a.ball(circle(0, -104, 44), WHITE);
            a.ball(oval(0, -104, 31, 27), NAVY);
            a.fill(oval(-10, -114, 8, 5), clear(WHITE, 0.8));
            a.fill(round(-18, -40, 36, 26, 5), CORAL);
        });
        c.line(line(x - 60, y - 168, x - 60, y - 290), 6, WHITE);
        c.fill(box(x - 60, y - 290, 84, 54), TEAL);
    }

    private static void satellite(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.1, -20, c -> {
            c.line(line(-190, 0, 190, 0), 8, GREY);
            for (int side : new int[] {-1, 1}) {
                double left = side < 0 ? -190 : 66;
                c.down(box(left, -44, 124, 88), BLUE, NAVY);
                for (int i = 1; i < 4; i++) {
                    c.fill(box(left + i * 31 - 1, -44, 2.5, 88), clear(WHITE, 0.6));
                }
                c.fill(box(left, -1, 124, 2.5), clear(WHITE, 0.6));
            }
            c.down(round(-48, -60, 96, 120, 12), YELLOW, dark(ORANGE, 0.1));
            c.line(line(0, 60, 0, 92), 6, GREY);
            c.down(segment(0, 124, 52, 36, 0, 180), WHITE, GREY);
        });
    }

    private static void lights(Canvas c) {
        Color[] colors = {rgb(0xA07FE0), rgb(0x58C9C0), rgb(0x6BE3A8)};
        for (int i = 0; i < 3; i++) {
            double y = 2190 + i * 90;
            Shape veil = blob(
                    -80, y, 150, y - 90, 330, y + 30, 520, y - 70, 720, y + 50, 980, y - 80, 980, y + 60, 720, y + 170,
                    520, y + 60, 330, y + 150, 150, y + 40, -80, y + 120);
            c.mist(veil, 70, clear(colors[i], 0.5));
        }
    }

    private static void weatherBalloon(Canvas c, double x, double y) {
        c.ball(circle(x, y, 92), WHITE);
        c.fill(poly(x - 16, y + 108, x, y + 88, x + 16, y + 108), GREY);
        c.line(line(x, y + 104, x, y + 260), 4, WHITE);
        c.down(round(x - 30, y + 256, 60, 52, 8), RED, dark(RED, 0.2));
        c.fill(box(x - 30, y + 276, 60, 8), WHITE);
    }

    private static void aeroplane(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.25, -8, c -> {
            c.across(box(-700, -4, 460, 12), clear(WHITE, 0), clear(WHITE, 0.75));
            c.fill(poly(-220, -20, -270, -110, -228, -110, -160, -24), BLUE);
            Shape hull = blob(-250, -10, -150, -36, 120, -42, 210, -22, 236, 2, 190, 24, 60, 36, -120, 26);
            c.down(hull, WHITE, rgb(0xC3CFDD));
            c.inside(hull, inner -> inner.fill(box(-300, 8, 600, 8), BLUE));
            for (int i = 0; i < 9; i++) {
                c.fill(round(-140 + i * 32, -20, 15, 20, 6), NAVY);
            }
            c.fill(blob(176, -24, 206, -18, 218, -8, 180, -8), NAVY);
            c.fill(poly(40, 10, -90, 130, -130, 130, -60, 10), rgb(0x9FB0C6));
            c.down(round(-50, 48, 76, 34, 17), WHITE, GREY);
        });
    }

    private static void clouds(Canvas c) {
        Sky.cloud(c, -60, 3800, 330);
        Sky.cloud(c, 560, 3740, 280);
        Sky.cloud(c, 60, 4380, 300);
        Sky.cloud(c, 640, 4640, 330);
        Sky.cloud(c, 380, 5010, 220);
    }

    private static void hotAirBalloon(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.7, 0, c -> {
            Shape hull = blob(0, -110, 70, -92, 104, -30, 84, 40, 34, 96, -34, 96, -84, 40, -104, -30, -70, -92);
            c.inside(hull, inner -> {
                Color[] stripes = {RED, CREAM, ORANGE, CREAM, RED, CREAM, ORANGE};
                for (int i = 0; i < 7; i++) {
                    inner.fill(box(-105 + i * 30, -120, 31, 240), stripes[i]);
                }
                inner.across(box(-120, -120, 240, 240), clear(WHITE, 0.3), clear(INK, 0.3));
            });
            c.line(line(-30, 94, -18, 140), 2, BROWN);
            c.line(line(30, 94, 18, 140), 2, BROWN);
            c.fill(circle(0, 132, 8), rgb(0xF0C2A0));
            c.down(round(-23, 138, 46, 34, 7), WOOD, BROWN);
        });
    }

    private static void kite(Canvas c, double x, double y) {
        c.line(curve(x, y + 110, x + 40, y + 190, x - 20, y + 260, x + 30, y + 340, x, y + 400), 3, WHITE);
        for (int i = 0; i < 3; i++) {
            double by = y + 196 + i * 66;
            double bx = x + (i % 2 == 0 ? 34 : -14);
            c.fill(poly(bx, by, bx - 28, by - 16, bx - 28, by + 16), YELLOW);
            c.fill(poly(bx, by, bx + 28, by - 16, bx + 28, by + 16), YELLOW);
        }
        c.fill(poly(x, y - 120, x + 80, y - 20, x, y + 112), dark(GREEN, 0.12));
        c.fill(poly(x, y - 120, x - 80, y - 20, x, y + 112), GREEN);
        c.fill(poly(x, y - 120, x + 80, y - 20, x - 80, y - 20), clear(WHITE, 0.25));
    }
}

package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Shape;
import java.util.Random;

/**
 * From the sea bed (bottom) to space (top) in one very tall picture. Going up: crab, treasure chest, octopus, yellow
 * submarine, whale, turtle, surface with a red ship; then {@link SkyColumn}.
 */
public final class SeaToSpace implements Drawing {
    /** Where water meets air. */
    static final double SURFACE = 5600;

    @Override
    public void on(Canvas c) {
        background(c);
        SkyColumn.draw(c);
        ship(c);
        surface(c);
        rays(c);
        fishes(c);
        turtle(c, 640, 6080);
        whale(c, 490, 6660);
        submarine(c, 540, 7300);
        jellyfish(c);
        octopus(c, 250, 8130);
        bed(c);
    }

    private static void background(Canvas c) {
        Color[] colors = {rgb(0x0B0D26), rgb(0x161B47), rgb(0x2B3F86), rgb(0x4E86C6), rgb(0x8FCBE8), rgb(0xFFE3C0)};
        double[] stops = {0, 1500, 2500, 3400, 4500, SURFACE};
        for (int i = 0; i < stops.length - 1; i++) {
            band(c, stops[i], stops[i + 1], colors[i], colors[i + 1]);
        }
        band(c, SURFACE, 6500, rgb(0x4FB8C9), rgb(0x1F86AC));
        band(c, 6500, 7700, rgb(0x1F86AC), rgb(0x124F83));
        band(c, 7700, 9000, rgb(0x124F83), rgb(0x0A1F45));
    }

    private static void band(Canvas c, double top, double bottom, Color from, Color to) {
        c.fill(box(0, top, 900, bottom - top + 1), new GradientPaint(0, (float) top, from, 0, (float) bottom, to));
    }

    private static void surface(Canvas c) {
        Color[] waves = {rgb(0x8FD8DC), rgb(0x6CC6D0), rgb(0x4FB8C9)};
        for (int layer = 0; layer < 3; layer++) {
            double y = SURFACE - 20 + layer * 26;
            double[] xy = new double[22];
            for (int i = 0; i < 11; i++) {
                xy[2 * i] = i * 100 - 50;
                xy[2 * i + 1] = y + ((i + layer) % 2 == 0 ? -12 : 12);
            }
            c.fill(land(SURFACE + 90, xy), clear(waves[layer], layer == 2 ? 1 : 0.75));
        }
        c.down(box(0, SURFACE + 60, 900, 60), rgb(0x4FB8C9), clear(rgb(0x4FB8C9), 0));
    }

    private static void ship(Canvas canvas) {
        canvas.at(330, SURFACE + 6, 1.25, 0, c -> {
            c.fill(box(-100, -150, 110, 80), WHITE);
            c.fill(box(-84, -196, 70, 50), WHITE);
            c.across(box(-64, -270, 36, 80), YELLOW, dark(YELLOW, 0.15));
            c.fill(box(-64, -270, 36, 18), INK);
            for (int i = 0; i < 4; i++) {
                c.fill(circle(-84 + i * 26, -116, 8), NAVY);
            }
            c.fill(round(-76, -184, 54, 20, 5), NAVY);
            c.line(line(120, -70, 120, -190), 6, BROWN);
            c.fill(poly(120, -190, 176, -174, 120, -156), ORANGE);
            Color[] crates = {BLUE, ORANGE, GREEN};
            for (int i = 0; i < 3; i++) {
                c.down(box(24 + i * 40, -108, 38, 38), light(crates[i], 0.15), crates[i]);
            }
            c.down(poly(-190, -72, 220, -80, 176, 30, -150, 30), RED, dark(RED, 0.3));
            c.fill(poly(-190, -72, 220, -80, 213, -62, -184, -56), WHITE);
        });
    }

    private static void rays(Canvas c) {
        for (int i = 0; i < 5; i++) {
            double x = 60 + i * 190;
            c.down(
                    poly(x, SURFACE + 80, x + 70, SURFACE + 80, x - 20, 6900, x - 220, 6900),
                    clear(WHITE, 0.2),
                    clear(WHITE, 0));
        }
        Random random = new Random(5);
        for (int i = 0; i < 120; i++) {
            double y = 5800 + random.nextDouble() * 2900;
            c.line(circle(random.nextDouble() * 900, y, 3 + random.nextDouble() * 9), 2, clear(WHITE, 0.25));
        }
    }

    private static void fishes(Canvas c) {
        for (int i = 0; i < 9; i++) {
            fish(c, 140 + (i % 3) * 92 + (i / 3) * 34, 5880 + (i / 3) * 62, 34, ORANGE);
        }
        for (int i = 0; i < 5; i++) {
            fish(c, 540 + i * 72, 7000 + (i % 2) * 44, 30, YELLOW);
        }
        // The angler fish carries its own lamp.
        c.glow(690, 7836, 150, clear(YELLOW, 0.75));
        fish(c, 590, 7900, 92, rgb(0x5B4A6E));
        c.line(curve(634, 7850, 650, 7800, 690, 7832), 6, rgb(0x5B4A6E));
        c.fill(circle(690, 7838, 13), light(YELLOW, 0.4));
    }

    private static void fish(Canvas canvas, double x, double y, double size, Color color) {
        canvas.at(x, y, size / 50, 0, c -> {
            c.fill(blob(-40, 0, -78, -32, -72, 0, -78, 32), dark(color, 0.15));
            c.fill(leaf(-14, -20, 18, -28, 0.5), dark(color, 0.15));
            c.down(blob(-46, 0, -10, -30, 34, -22, 52, 2, 34, 22, -10, 28), light(color, 0.2), color);
            c.fill(circle(30, -6, 7), WHITE);
            c.fill(circle(32, -6, 4), INK);
        });
    }

    private static void turtle(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.3, -14, c -> {
            c.fill(blob(40, 20, 110, 70, 132, 64, 80, 0), rgb(0x6FA85B));
            c.fill(blob(-60, 20, -110, 56, -124, 44, -80, 4), rgb(0x6FA85B));
            c.ball(oval(124, -14, 34, 26), rgb(0x7FB868));
            c.fill(circle(138, -20, 5), INK);
            Shape shell = segment(0, 24, 104, 92, 0, 180);
            c.down(shell, rgb(0xA9784A), rgb(0x6E4A30));
            c.inside(shell, inner -> {
                for (int i = 0; i < 7; i++) {
                    inner.fill(star(-78 + i * 26, -14 + (i % 2) * 26, 17, 15, 3), clear(SAND, 0.5));
                }
            });
            c.fill(round(-108, 18, 216, 18, 9), rgb(0xD9C27E));
        });
    }

    private static void whale(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.5, 0, c -> {
            Shape body = blob(
                    -230, -60, -150, -30, -60, -88, 70, -104, 180, -70, 214, 0, 170, 60, 60, 84, -60, 62, -160, 10,
                    -220, -30);
            c.fill(blob(-210, -44, -258, -96, -300, -100, -268, -50, -304, -10, -250, -16), rgb(0x3C5F94));
            c.down(body, rgb(0x6E93C4), rgb(0x39588C));
            c.inside(body, inner -> {
                inner.fill(blob(-60, 30, 60, 40, 214, 6, 240, 100, 60, 130, -80, 100), rgb(0xD8E4F0));
                for (int i = 0; i < 6; i++) {
                    inner.line(
                            curve(40 + i * 8, 52 + i * 8, 110, 52 + i * 10, 200, 30 + i * 10), 2.5, clear(NAVY, 0.3));
                }
            });
            c.fill(blob(20, 56, -30, 120, -64, 124, -30, 60), rgb(0x3C5F94));
            c.fill(circle(140, -8, 9), INK);
            c.fill(circle(143, -11, 3), WHITE);
        });
    }

    private static void submarine(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.35, 0, c -> {
            c.down(poly(170, -10, 560, -120, 560, 130, 170, 20), clear(YELLOW, 0.3), clear(YELLOW, 0.08));
            c.fill(blob(-190, 0, -232, -54, -214, 0, -232, 54), GREY);
            c.down(round(-46, -130, 92, 80, 22), light(YELLOW, 0.1), dark(YELLOW, 0.1));
            c.line(open(14, -130, 14, -176, 46, -176), 12, GREY);
            Shape hull = blob(-186, 0, -130, -60, 0, -80, 120, -66, 178, -6, 120, 58, 0, 74, -130, 54);
            c.down(hull, light(YELLOW, 0.2), dark(YELLOW, 0.2));
            for (int i = 0; i < 3; i++) {
                c.fill(circle(-84 + i * 80, -4, 30), BROWN);
                c.ball(circle(-84 + i * 80, -4, 23), SKY);
            }
            c.fill(circle(168, 2, 14), WHITE);
        });
    }

    private static void jellyfish(Canvas c) {
        for (double[] j : new double[][] {{150, 7560, 1}, {330, 7720, 0.7}}) {
            c.at(j[0], j[1], j[2], 0, inner -> {
                inner.glow(0, 0, 150, clear(PINK, 0.4));
                for (int i = 0; i < 5; i++) {
                    double x = -52 + i * 26;
                    inner.line(curve(x, 10, x + 12, 60, x - 10, 110, x + 6, 170), 6, clear(PINK, 0.7));
                }
                inner.down(segment(0, 14, 78, 80, 0, 180), clear(light(PINK, 0.4), 0.95), clear(PINK, 0.85));
            });
        }
    }

    private static void octopus(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.2, 0, c -> {
            for (int i = 0; i < 8; i++) {
                double side = i - 3.5;
                c.line(
                        curve(side * 18, 20, side * 40, 92, side * 54, 120, side * 50 + (i % 2 == 0 ? -26 : 26), 150),
                        22,
                        i % 2 == 0 ? PURPLE : dark(PURPLE, 0.12));
            }
            c.ball(blob(0, -120, 78, -92, 90, -20, 64, 36, 0, 48, -64, 36, -90, -20, -78, -92), PURPLE);
            for (int side : new int[] {-1, 1}) {
                c.fill(circle(side * 30, -16, 19), WHITE);
                c.fill(circle(side * 28, -13, 10), INK);
            }
            c.line(arc(0, 8, 18, 210, 120), 5, dark(PURPLE, 0.5));
        });
    }

    private static void bed(Canvas c) {
        c.fill(land(9000, 0, 8560, 200, 8500, 420, 8590, 680, 8520, 900, 8580), rgb(0x14376A));
        Color[] weed = {rgb(0x2F8F7B), rgb(0x3FA37A), rgb(0x267A72)};
        for (int i = 0; i < 13; i++) {
            double x = 30 + i * 71;
            double h = 180 + (i * 67) % 200;
            c.line(curve(x, 8800, x + 18, 8800 - h * 0.3, x - 16, 8800 - h * 0.65, x + 10, 8800 - h), 17, weed[i % 3]);
        }
        c.down(land(9000, 0, 8740, 250, 8700, 500, 8760, 760, 8710, 900, 8740), rgb(0xC9AE86), rgb(0x8A7460));
        for (double[] coral : new double[][] {{820, 8740, 1}, {90, 8750, 0.8}}) {
            c.at(coral[0], coral[1], coral[2], 0, inner -> {
                inner.line(curve(0, 0, -6, -70, 0, -130), 24, CORAL);
                inner.line(curve(0, -50, -44, -74, -52, -124), 18, CORAL);
                inner.line(curve(0, -64, 40, -90, 46, -142), 18, light(CORAL, 0.12));
            });
        }
        chest(c, 610, 8830);
        crab(c, 260, 8880);
        c.ball(star(440, 8900, 50, 24, 5), ORANGE);
    }

    private static void chest(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.25, 0, c -> {
            c.shadow(oval(0, 0, 110, 10), 0, 2, 14, 0.6);
            c.glow(0, -90, 150, clear(YELLOW, 0.6));
            c.fill(poly(-96, -82, -80, -160, 112, -160, 96, -82), dark(BROWN, 0.35));
            for (int i = 0; i < 9; i++) {
                c.ball(circle(-76 + i * 19, -86 - (i % 3) * 12, 16), YELLOW);
            }
            c.down(round(-100, -82, 200, 84, 8), WOOD, BROWN);
            c.fill(box(-100, -82, 200, 12), YELLOW);
            c.fill(round(-18, -78, 36, 40, 6), YELLOW);
            c.fill(circle(0, -60, 7), INK);
        });
    }

    private static void crab(Canvas canvas, double x, double y) {
        canvas.at(x, y, 1.1, 0, c -> {
            c.shadow(oval(0, 2, 80, 8), 0, 0, 10, 0.5);
            for (int side : new int[] {-1, 1}) {
                for (int i = 0; i < 3; i++) {
                    c.line(
                            open(side * 40, -30 + i * 6, side * (84 - i * 10), -34 + i * 14, side * (92 - i * 12), 0),
                            8,
                            dark(RED, 0.15));
                }
                c.line(curve(side * 44, -40, side * 84, -60, side * 80, -90), 11, RED);
                c.fill(cut(circle(side * 78, -106, 26), poly(side * 78, -108, side * 60, -140, side * 92, -140)), RED);
                c.line(line(side * 18, -54, side * 20, -80), 6, RED);
                c.fill(circle(side * 20, -84, 10), WHITE);
                c.fill(circle(side * 20, -84, 5), INK);
            }
            c.ball(oval(0, -34, 58, 36), RED);
            c.line(arc(0, -36, 18, 210, 120), 4, dark(RED, 0.5));
        });
    }
}

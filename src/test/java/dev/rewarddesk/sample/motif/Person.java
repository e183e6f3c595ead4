package dev.rewarddesk.sample.motif;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import java.awt.Color;

/**
 * A small standing figure.
 *
 * @param skin of face and hands
 * @param hair above the face
 * @param top shirt or coat
 * @param bottom trousers
 */
public record Person(Color skin, Color hair, Color top, Color bottom) {

    /** Draws the figure on y, h high, facing the viewer. */
    public void standing(Canvas canvas, double x, double y, double h) {
        canvas.at(x, y, h / 100, 0, c -> figure(c, 17, -56, 15, -41));
    }

    /** Draws the figure with the hand at the viewer's right held up, as if holding on to something. */
    public void raisingHand(Canvas canvas, double x, double y, double h) {
        canvas.at(x, y, h / 100, 0, c -> figure(c, 20, -78, 20, -94));
    }

    private void figure(Canvas c, double elbowX, double elbowY, double handX, double handY) {
        c.shadow(oval(0, 0, 16, 2), 0, 0, 3, 0.45);
        c.line(line(-5, -42, -5.5, -3), 8, bottom);
        c.line(line(5, -42, 5.5, -3), 8, dark(bottom, 0.12));
        c.fill(round(-11, -4, 10, 4, 2), INK);
        c.fill(round(1, -4, 10, 4, 2), INK);
        c.line(curve(-12, -70, -17, -56, -15, -42), 6.5, dark(top, 0.12));
        c.line(curve(11, -69, elbowX, elbowY, handX, handY), 6.5, dark(top, 0.12));
        c.fill(circle(-15, -40, 3.4), skin);
        c.fill(circle(handX, handY, 3.6), skin);
        c.down(blob(-12, -72, 0, -76, 12, -72, 13, -55, 11, -38, 0, -37, -11, -38, -13, -55), light(top, 0.1), top);
        c.fill(round(-3.5, -80, 7, 8, 3), dark(skin, 0.12));
        head(c, -87);
    }

    /** Draws head and shoulders only, for people behind something; y is where they are cut off. */
    public void behind(Canvas canvas, double x, double y, double h) {
        canvas.at(x, y, h / 60, 0, c -> {
            c.down(land(0, -22, 0, -19, -22, -8, -30, 8, -30, 19, -22, 22, 0), light(top, 0.1), top);
            c.fill(round(-4, -36, 8, 10, 3), dark(skin, 0.12));
            c.at(0, 0, 1.35, 0, big -> head(big, -32));
        });
    }

    private void head(Canvas c, double y) {
        c.fill(circle(0, y - 1.5, 10.4), hair);
        c.fill(oval(0, y + 1, 8.2, 9), skin);
        c.fill(segment(0, y - 1.5, 9.8, 9.5, 12, 156), hair);
        c.fill(circle(-3.2, y + 1, 1.1), INK);
        c.fill(circle(3.2, y + 1, 1.1), INK);
        c.line(arc(0, y + 3, 3, 215, 110), 0.9, dark(CORAL, 0.2));
        c.fill(circle(-5.2, y + 4, 1.6), clear(CORAL, 0.4));
        c.fill(circle(5.2, y + 4, 1.6), clear(CORAL, 0.4));
    }
}

package dev.rewarddesk.sample.motif;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Forms;
import java.awt.Color;
import java.util.Random;

/** What is overhead. */
public final class Sky {
    private Sky() {}

    /** The whole canvas as sky. */
    public static void over(Canvas canvas, Color top, Color bottom) {
        canvas.down(box(0, 0, canvas.width(), canvas.height()), top, bottom);
    }

    /** A sun with its halo. */
    public static void sun(Canvas canvas, double x, double y, double r, Color color) {
        canvas.glow(x, y, r * 3.6, clear(light(color, 0.3), 0.55));
        canvas.glow(x, y, r * 1.9, clear(light(color, 0.5), 0.6));
        canvas.fill(circle(x, y, r), light(color, 0.25));
    }

    /** A white cloud with a tinted belly, w wide, its flat bottom on y. */
    public static void cloud(Canvas canvas, double x, double y, double w) {
        canvas.down(Forms.cloud(x, y, w), WHITE, mix(WHITE, SKY, 0.35));
    }

    /** Stars between two heights. */
    public static void stars(Canvas canvas, int count, double top, double bottom, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble() * canvas.width();
            double y = top + random.nextDouble() * (bottom - top);
            double r = 0.8 + random.nextDouble() * random.nextDouble() * 2.4;
            canvas.fill(circle(x, y, r), clear(CREAM, 0.4 + random.nextDouble() * 0.6));
        }
    }
}

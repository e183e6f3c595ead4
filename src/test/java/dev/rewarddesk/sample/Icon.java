package dev.rewarddesk.sample;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/**
 * The product's mark: a desk whose top is the scale from -1 (coral) to 1 (green), a clear zero in its middle, a
 * picture at the left and the reward, a coin, on the good side.
 *
 * <p>All edges lie on a grid of 16 units, so that they fall on whole pixels at 16, 32, 48, 128, 256 and 512.
 */
final class Icon {
    private static final double GRID = 16;

    /** From this size on there is room for shadows, light and the star on the coin. */
    private static final int ROOMY = 48;

    private final int pixels;

    Icon(int pixels) {
        this.pixels = pixels;
    }

    BufferedImage drawn() {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Canvas.paint(image, GRID, this::draw);
        return image;
    }

    private void draw(Canvas c) {
        boolean roomy = pixels >= ROOMY;
        Shape tile = round(0, 0, GRID, GRID, 3.5);
        c.down(tile, rgb(0x3D5FA8), rgb(0x1F2F60));
        c.inside(tile, inner -> {
            if (roomy) {
                inner.glow(5, 1, 11, clear(WHITE, 0.22));
                inner.fill(box(0, 14, GRID, 2), clear(INK, 0.28));
            }
        });
        c.at(0, -1, moved -> mark(moved, roomy));
    }

    private static void mark(Canvas c, boolean roomy) {
        picture(c, roomy);
        coin(c, roomy);
        Shape legs = join(box(3, 12, 2, 2), box(11, 12, 2, 2));
        Shape top = roomy ? round(1, 10, 14, 2, 0.7) : box(1, 10, 14, 2);
        if (roomy) {
            c.shadow(join(legs, top), 0, 0.35, 0.7, 0.5);
        }
        c.fill(legs, rgb(0xF6DDB4));
        c.inside(top, inner -> {
            inner.fill(box(1, 10, 7, 2), rgb(0xF4705E));
            inner.fill(box(8, 10, 7, 2), rgb(0x5CC98A));
            if (roomy) {
                inner.fill(box(1, 10, 14, 0.5), clear(WHITE, 0.3));
            }
        });
        c.fill(roomy ? round(7.25, 8.5, 1.5, 4, 0.6) : box(7, 9, 2, 3), rgb(0xFFF6E3));
    }

    private static void picture(Canvas c, boolean roomy) {
        Shape frame = roomy ? round(2, 4, 5, 6, 0.4) : box(2, 5, 5, 5);
        Shape view = roomy ? box(2.6, 4.6, 3.8, 5.4) : box(3, 6, 3, 4);
        if (roomy) {
            c.shadow(frame, 0, 0.25, 0.6, 0.45);
        }
        c.fill(frame, rgb(0xFFF6E3));
        c.down(view, rgb(0x8FD3E8), rgb(0xD8F0EE));
        c.inside(view, inner -> {
            if (roomy) {
                inner.fill(circle(5.3, 6, 0.65), YELLOW);
                inner.fill(poly(2, 10, 4, 7, 6, 10), rgb(0x4E9A7C));
                inner.fill(poly(3.8, 10, 5.4, 8, 7.2, 10), rgb(0x2F6B4F));
            } else {
                inner.fill(box(3, 8, 3, 2), rgb(0x4E9A7C));
            }
        });
    }

    private static void coin(Canvas c, boolean roomy) {
        Shape coin = circle(11.5, 7, 3);
        if (!roomy) {
            c.fill(coin, YELLOW);
            return;
        }
        c.shadow(coin, 0, 0.25, 0.6, 0.5);
        c.ball(coin, YELLOW);
        c.line(circle(11.5, 7, 2.5), 0.2, clear(WHITE, 0.6));
        c.fill(star(11.5, 7.08, 1.8, 0.8, 5), rgb(0xFFFDF2));
    }
}

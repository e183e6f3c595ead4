package dev.rewarddesk.sample.scene;

import static dev.rewarddesk.sample.brush.Forms.*;
import static dev.rewarddesk.sample.brush.Palette.*;

import dev.rewarddesk.sample.brush.Canvas;
import dev.rewarddesk.sample.brush.Drawing;
import java.awt.Color;
import java.awt.Shape;

/** A chess position: white Kg1 Qb5 f2 g2 h2, black Kg8 Re8 f7 g7 h7; white mates on e8. Seen from white's side. */
public final class ChessEndgame implements Drawing {
    private static final double EDGE = 100;
    private static final double SQUARE = 125;

    @Override
    public void on(Canvas c) {
        c.down(box(0, 0, 1200, 1200), rgb(0xF3D9B8), rgb(0xDDB58A));
        Shape frame = round(50, 50, 1100, 1100, 26);
        c.shadow(frame, 0, 14, 30, 0.55);
        c.down(frame, rgb(0x8A5A3C), rgb(0x6A4230));
        c.fill(round(92, 92, 1016, 1016, 6), rgb(0xE8C48F));
        for (int rank = 0; rank < 8; rank++) {
            for (int file = 0; file < 8; file++) {
                boolean bright = (rank + file) % 2 == 0;
                Shape square = box(EDGE + file * SQUARE, EDGE + rank * SQUARE, SQUARE, SQUARE);
                c.down(square, bright ? rgb(0xFFF3DC) : rgb(0x6FA58E), bright ? rgb(0xF8E6C6) : rgb(0x5E957F));
            }
        }
        for (String file : new String[] {"f", "g", "h"}) {
            pawn(c, file + "2", true);
            pawn(c, file + "7", false);
        }
        rook(c, "e8");
        king(c, "g8", false);
        king(c, "g1", true);
        queen(c, "b5");
    }

    /** Draws a piece at a square such as "e4", in units of which it is about 100 high, its foot at the origin. */
    private static void place(Canvas c, String square, Drawing piece) {
        double x = EDGE + (square.charAt(0) - 'a' + 0.5) * SQUARE;
        double y = EDGE + ('8' - square.charAt(1) + 0.91) * SQUARE;
        c.at(x, y, SQUARE * 0.84 / 100, 0, piece);
    }

    private static void body(Canvas c, Shape shape, boolean white) {
        c.shadow(shape, 3, 4, 7, 0.45);
        c.across(shape, white ? WHITE : rgb(0x5A5F78), white ? rgb(0xDCCDB4) : rgb(0x23253A));
        c.line(shape, 2.2, white ? rgb(0x8C755A) : rgb(0x15172A));
    }

    private static Shape foot(double half) {
        return join(round(-half, -12, 2 * half, 12, 5), round(-half + 5, -20, 2 * half - 10, 11, 5));
    }

    private static void pawn(Canvas canvas, String square, boolean white) {
        place(
                canvas,
                square,
                c -> body(
                        c,
                        join(
                                foot(25),
                                poly(-17, -18, -8, -46, 8, -46, 17, -18),
                                round(-15, -50, 30, 8, 4),
                                circle(0, -59, 15)),
                        white));
    }

    private static void rook(Canvas canvas, String square) {
        place(canvas, square, c -> {
            Shape tower = join(
                    foot(29),
                    poly(-20, -18, -16, -56, 16, -56, 20, -18),
                    box(-24, -70, 48, 15),
                    box(-24, -80, 12, 14),
                    box(-6, -80, 12, 14),
                    box(12, -80, 12, 14));
            body(c, tower, false);
            c.line(line(-16, -54, 16, -54), 2.5, clear(WHITE, 0.4));
        });
    }

    private static void king(Canvas canvas, String square, boolean white) {
        place(canvas, square, c -> {
            Shape king = join(
                    foot(30),
                    poly(-21, -18, -11, -52, 11, -52, 21, -18),
                    round(-18, -56, 36, 8, 4),
                    poly(-12, -54, -20, -76, 20, -76, 12, -54),
                    round(-21, -80, 42, 7, 3),
                    box(-3.5, -97, 7, 20),
                    box(-9, -92, 18, 7));
            body(c, king, white);
            c.line(line(-11, -48, 11, -48), 2.5, white ? rgb(0xB59B78) : clear(WHITE, 0.4));
        });
    }

    private static void queen(Canvas canvas, String square) {
        place(canvas, square, c -> {
            Shape crown = poly(-13, -56, -27, -84, -14, -72, -9, -90, 0, -74, 9, -90, 14, -72, 27, -84, 13, -56);
            Shape queen = join(
                    foot(30),
                    poly(-21, -18, -11, -54, 11, -54, 21, -18),
                    round(-18, -58, 36, 8, 4),
                    crown,
                    circle(-27, -86, 4),
                    circle(-9, -92, 4),
                    circle(9, -92, 4),
                    circle(27, -86, 4));
            body(c, queen, true);
            Color trim = rgb(0xB59B78);
            c.line(line(-11, -50, 11, -50), 2.5, trim);
        });
    }
}

package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.fetch.RefusedException;
import dev.rewarddesk.collect.inspect.Inspector;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/**
 * How a picture as it is stored becomes one that is upright.
 *
 * @param orientation EXIF's number, from 1 to 8
 */
record Turn(int orientation) {

    private static final int UPRIGHT = 1;

    /** From here on width and height change places. */
    private static final int FIRST_SIDEWAYS = 5;

    /** As the file says; none where it says nothing that makes sense. */
    static Turn of(byte[] file) {
        try {
            return new Turn(Inspector.open(file).orientation());
        } catch (RefusedException damaged) {
            return new Turn(UPRIGHT);
        }
    }

    boolean isNone() {
        return orientation == UPRIGHT;
    }

    BufferedImage upright(BufferedImage stored) {
        if (isNone()) {
            return stored;
        }
        int width = stored.getWidth();
        int height = stored.getHeight();
        boolean sideways = orientation >= FIRST_SIDEWAYS;
        BufferedImage turned =
                new BufferedImage(sideways ? height : width, sideways ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.drawImage(stored, turning(width, height), null);
        graphics.dispose();
        return turned;
    }

    private AffineTransform turning(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}

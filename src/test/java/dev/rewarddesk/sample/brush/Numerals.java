package dev.rewarddesk.sample.brush;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;

/** Numbers as pen strokes: a font would look different on every machine. */
public final class Numerals {
    private static final double ADVANCE = 0.78;

    private Numerals() {}

    /** The outline of a whole number, centred at cx, cy. */
    public static Shape number(int value, double cx, double cy, double height, double pen) {
        String digits = Integer.toString(value);
        Path2D all = new Path2D.Double();
        for (int i = 0; i < digits.length(); i++) {
            double x = (i - (digits.length() - 1) / 2.0) * ADVANCE;
            all.append(Forms.moved(digit(digits.charAt(i) - '0'), x, 0), false);
        }
        AffineTransform place = AffineTransform.getTranslateInstance(cx, cy);
        place.scale(height, height);
        return Forms.pen(place.createTransformedShape(all), pen);
    }

    /** One digit in a box one high and about 0.6 wide, its middle at the origin. */
    private static Shape digit(int digit) {
        return switch (digit) {
            case 0 -> Forms.oval(0, 0, 0.29, 0.5);
            case 1 -> Forms.open(-0.16, -0.32, 0.06, -0.5, 0.06, 0.5);
            case 2 -> {
                Path2D two = Forms.curve(
                        -0.27, -0.27, -0.19, -0.44, 0, -0.5, 0.2, -0.42, 0.27, -0.22, 0.16, 0.05, -0.28, 0.5);
                two.lineTo(0.29, 0.5);
                yield two;
            }
            case 3 -> {
                Path2D three = Forms.curve(-0.26, -0.4, 0, -0.5, 0.22, -0.38, 0.22, -0.16, 0, -0.04, -0.06, -0.04);
                three.append(Forms.curve(-0.06, -0.04, 0.02, -0.04, 0.26, 0.1, 0.26, 0.36, 0, 0.5, -0.28, 0.38), false);
                yield three;
            }
            case 4 -> {
                Path2D four = Forms.open(0.14, 0.5, 0.14, -0.5, -0.3, 0.2, 0.31, 0.2);
                yield four;
            }
            case 5 -> {
                Path2D five = Forms.open(0.24, -0.5, -0.2, -0.5, -0.24, -0.06);
                five.append(
                        Forms.curve(
                                -0.24, -0.06, 0, -0.13, 0.23, -0.02, 0.27, 0.22, 0.16, 0.44, -0.06, 0.5, -0.28, 0.38),
                        false);
                yield five;
            }
            case 6 -> {
                Path2D six = Forms.curve(0.22, -0.46, 0, -0.44, -0.2, -0.2, -0.28, 0.16);
                six.append(Forms.oval(0, 0.2, 0.28, 0.3), false);
                yield six;
            }
            case 7 -> Forms.open(-0.28, -0.5, 0.28, -0.5, -0.08, 0.5);
            case 8 -> {
                Path2D eight = new Path2D.Double(Forms.oval(0, -0.26, 0.23, 0.24));
                eight.append(Forms.oval(0, 0.24, 0.28, 0.26), false);
                yield eight;
            }
            default -> {
                Path2D nine = Forms.curve(-0.22, 0.46, 0, 0.44, 0.2, 0.2, 0.28, -0.16);
                nine.append(Forms.oval(0, -0.2, 0.28, 0.3), false);
                yield nine;
            }
        };
    }
}

package dev.rewarddesk.collect.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

/** What is computed fast is what its definition says. */
final class PlaneTest {

    @Property(tries = 200)
    void anotherSizeIsTheMeanOfWhatEachValueCovers(
            @ForAll @IntRange(min = 1, max = 90) int width,
            @ForAll @IntRange(min = 1, max = 90) int height,
            @ForAll @IntRange(min = 1, max = 40) int newWidth,
            @ForAll @IntRange(min = 1, max = 40) int newHeight,
            @ForAll long seed) {
        Plane plane = noise(width, height, seed);

        Plane scaled = plane.scaledTo(newWidth, newHeight);

        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                double sum = 0;
                for (int row = 0; row < height; row++) {
                    double tall = shared(row, y, height, newHeight);
                    for (int column = 0; column < width; column++) {
                        sum += tall * shared(column, x, width, newWidth) * plane.at(column, row);
                    }
                }
                double area = (double) width / newWidth * height / newHeight;
                assertThat((double) scaled.at(x, y)).isEqualTo(sum / area, Offset.offset(0.01));
            }
        }
    }

    @Property(tries = 200)
    void turningByTheDiagonalSwapsRowsAndColumns(
            @ForAll @IntRange(min = 1, max = 70) int width,
            @ForAll @IntRange(min = 1, max = 70) int height,
            @ForAll long seed) {
        Plane plane = noise(width, height, seed);

        Plane turned = plane.turned(5);

        assertThat(turned.width()).isEqualTo(height);
        assertThat(turned.height()).isEqualTo(width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                assertThat(turned.at(y, x)).isEqualTo(plane.at(x, y));
            }
        }
        assertThat(turned.turned(5).values()).isEqualTo(plane.values());
    }

    @Property(tries = 100)
    void sharpnessIsByThePapersFormula(
            @ForAll @IntRange(min = 2, max = 40) int width,
            @ForAll @IntRange(min = 2, max = 40) int height,
            @ForAll long seed) {
        Plane plane = noise(width, height, seed);

        double blur = Math.max(blurDown(plane), blurDown(plane.turned(5)));

        assertThat(Sharpness.of(plane)).isEqualTo(1 - blur, Offset.offset(1e-9));
    }

    // Figure 5 of the paper, with a filter of nine values.
    private static double blurDown(Plane plane) {
        double all = 0;
        double kept = 0;
        for (int x = 0; x < plane.width(); x++) {
            for (int y = 1; y < plane.height(); y++) {
                double difference = Math.abs(plane.at(x, y) - plane.at(x, y - 1));
                double blurred = Math.abs(blurred(plane, x, y) - blurred(plane, x, y - 1));
                all += difference;
                kept += Math.max(0, difference - blurred);
            }
        }
        return all == 0 ? 1 : (all - kept) / all;
    }

    private static double blurred(Plane plane, int x, int y) {
        double sum = 0;
        for (int off = -4; off <= 4; off++) {
            sum += plane.at(x, Math.clamp(y + off, 0, plane.height() - 1));
        }
        return sum / 9;
    }

    // How much of a value lies in one of another size, from 0 to 1.
    private static double shared(int value, int scaled, int size, int newSize) {
        double step = (double) size / newSize;
        return Math.max(0, Math.min(value + 1, (scaled + 1) * step) - Math.max(value, scaled * step));
    }

    private static Plane noise(int width, int height, long seed) {
        Random random = new Random(seed);
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(256);
        }
        return new Plane(width, height, values);
    }
}

package dev.rewarddesk.collect.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.fetch.RefusedException;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

final class QualityTest {

    @Property(tries = 200)
    void everyPartIsFromZeroToOne(
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @IntRange(min = 1, max = 255) int range,
            @ForAll long seed) {
        Random random = new Random(seed);
        Plane plane = plane(width, height, (_, _) -> random.nextInt(range + 1));

        assertThat(Sharpness.of(plane)).isBetween(0.0, 1.0);
        assertThat(Tones.exposure(plane)).isBetween(0.0, 1.0);
        assertThat(Tones.contrast(plane)).isBetween(0.0, 1.0);
    }

    @Property(tries = 100)
    void theScoreIsBetweenItsWorstAndItsBestPart(
            @ForAll @DoubleRange(max = 1) double one,
            @ForAll @DoubleRange(max = 1) double two,
            @ForAll @DoubleRange(max = 1) double three) {
        double[] parts = {one, two, three};
        Arrays.sort(parts);

        double score = new Quality(one, two, three, two, one).score();

        assertThat(score).isBetween(parts[0] - 0.001, parts[2] + 0.001);
    }

    @Property(tries = 100)
    void noPartThatIsBetterMakesTheScoreWorse(
            @ForAll @IntRange(max = 4) int part,
            @ForAll @DoubleRange(max = 1) double worse,
            @ForAll @DoubleRange(max = 1) double better) {
        assertThat(with(part, Math.max(worse, better)).score())
                .isGreaterThanOrEqualTo(with(part, Math.min(worse, better)).score());
    }

    @Property(tries = 40)
    void aBlurredPictureIsLessSharp(@ForAll @IntRange(max = 1000) int seed) {
        BufferedImage picture = TestPictures.painted(seed, 200, 150);
        BufferedImage blurred = blurred(picture);

        double sharp = Sharpness.of(Luminance.of(picture));
        double once = Sharpness.of(Luminance.of(blurred));
        double twice = Sharpness.of(Luminance.of(blurred(blurred)));

        assertThat(sharp).isGreaterThan(once);
        assertThat(once).isGreaterThan(twice);
    }

    @Property(tries = 40)
    void aFlatterPictureHasLessContrast(@ForAll @IntRange(max = 1000) int seed) {
        Plane picture = Luminance.of(TestPictures.painted(seed, 120, 90));
        Plane flatter = plane(picture.width(), picture.height(), (x, y) -> 128 + (picture.at(x, y) - 128) / 4);

        assertThat(Tones.contrast(flatter)).isLessThan(Tones.contrast(picture));
    }

    @Example
    void exposureFallsTowardsBlackAndWhite() {
        double before = 2;
        for (int off = 0; off <= 120; off += 20) {
            int value = 128 + off;
            double bright = Tones.exposure(plane(9, 9, (_, _) -> value));
            double dark = Tones.exposure(plane(9, 9, (_, _) -> 255 - value));
            assertThat(bright).isLessThan(before).isEqualTo(dark, Offset.offset(1e-9));
            before = bright;
        }
    }

    @Example
    void aPictureInWhichNothingDiffersIsNeitherSharpNorRichInContrast() {
        Plane flat = plane(30, 20, (_, _) -> 77);

        assertThat(Sharpness.of(flat)).isZero();
        assertThat(Tones.contrast(flat)).isZero();
    }

    @Example
    void resolutionGrowsWithTheSideAndEndsAtOne() {
        assertThat(Quality.resolution(512, 512)).isEqualTo(0.5);
        assertThat(Quality.resolution(1024, 1024)).isEqualTo(1);
        assertThat(Quality.resolution(9000, 3000)).isEqualTo(1);
        assertThat(Quality.resolution(1, 1)).isLessThan(0.001);
    }

    @Property(tries = 20)
    void compressionSaysWithWhichSettingAJpegWasMade(@ForAll @IntRange(min = 25, max = 95) int percent)
            throws RefusedException {
        byte[] jpeg = TestPictures.lossy(TestPictures.painted(1, 96, 64), "jpeg", percent / 100f, false);

        assertThat(JpegFile.read(jpeg).compression()).isEqualTo(percent / 100.0, Offset.offset(0.02));
    }

    @Example
    void compressionFallsWithTheQualityOfAWebp() throws Exception {
        double before = -1;
        for (float quality : new float[] {0.05f, 0.3f, 0.6f, 0.9f}) {
            byte[] webp = TestPictures.lossy(TestPictures.painted(1, 200, 150), "webp", quality, false);
            double compression = WebpFile.read(webp).compression();
            assertThat(compression).isBetween(0.0, 1.0).isGreaterThan(before);
            before = compression;
        }
        assertThat(PngFile.read(TestPictures.file(1, "png")).compression()).isEqualTo(1);
    }

    private interface Value {
        float at(int x, int y);
    }

    private static Plane plane(int width, int height, Value value) {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            values[i] = value.at(i % width, i / width);
        }
        return new Plane(width, height, values);
    }

    private static Quality with(int part, double value) {
        double[] parts = {0.5, 0.5, 0.5, 0.5, 0.5};
        parts[part] = value;
        return new Quality(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    private static BufferedImage blurred(BufferedImage picture) {
        float[] even = new float[25];
        Arrays.fill(even, 1 / 25f);
        return new ConvolveOp(new Kernel(5, 5, even), ConvolveOp.EDGE_NO_OP, null).filter(picture, null);
    }
}

package dev.rewarddesk.collect.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.collect.inspect.FingerprintIndex.Match;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import okio.ByteString;

final class FingerprintTest {

    /** Around which many fingerprints lie, as they do where pictures are alike. */
    private static final int CENTRES = 5;

    @Property(tries = 300)
    void theIndexFindsWhatComparingWithAllFinds(
            @ForAll long seed, @ForAll @IntRange(max = 120) int count, @ForAll @IntRange(max = 144) int distance) {
        Random random = new Random(seed);
        List<Fingerprint> centres = IntStream.range(0, CENTRES)
                .mapToObj(_ -> print(random, new byte[7 * Pattern.BYTES], 7 * Pattern.BITS))
                .toList();
        FingerprintIndex index = new FingerprintIndex();
        List<Fingerprint> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Fingerprint print = near(random, centres);
            index.add(i, print);
            all.add(print);
        }
        Fingerprint sought = near(random, centres);

        List<Match> expected = IntStream.range(0, count)
                .mapToObj(i -> new Match(i, sought.distance(all.get(i))))
                .filter(match -> match.distance() <= distance)
                .sorted(Comparator.comparingInt(Match::distance).thenComparingLong(Match::number))
                .toList();
        assertThat(index.within(sought, distance)).isEqualTo(expected);
    }

    @Property
    void distancesAreTheSameBothWaysAndNoneToItself(@ForAll long seed) {
        Random random = new Random(seed);
        Fingerprint one = print(random, new byte[7 * Pattern.BYTES], 500);
        Fingerprint other = print(random, new byte[7 * Pattern.BYTES], 500);

        assertThat(one.distance(other)).isEqualTo(other.distance(one)).isBetween(0, Fingerprint.BITS);
        assertThat(one.distance(one)).isZero();
    }

    @Property
    void whatIsStoredIsReadBack(@ForAll long seed) {
        Fingerprint print = print(new Random(seed), new byte[7 * Pattern.BYTES], 500);

        assertThat(Fingerprint.of(print.bytes()).bytes()).isEqualTo(print.bytes());
        assertThat(print.toString()).matches("[0-9a-f]{36}");
    }

    @Example
    void whatIsNoFingerprintIsNotTakenForOne() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Fingerprint.of(ByteString.of(new byte[17])));
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> Fingerprint.of(ByteString.EMPTY));
    }

    @Property(tries = 30)
    void anAlteredPictureIsCloseAndAnotherOneIsNot(@ForAll @IntRange(max = 10_000) int seed) throws Exception {
        BufferedImage picture = TestPictures.painted(seed, 400, 300);
        Fingerprint original = of(TestPictures.file(picture, "png"));

        assertThat(original.distance(of(TestPictures.lossy(picture, "jpeg", 0.4f, false))))
                .isLessThan(12);
        assertThat(original.distance(of(TestPictures.file(scaled(picture, 200, 150), "png"))))
                .isLessThan(12);
        assertThat(original.distance(of(TestPictures.file(picture.getSubimage(8, 6, 384, 288), "png"))))
                .isLessThan(24);
        assertThat(original.distance(of(TestPictures.file(TestPictures.painted(seed + 1, 400, 300), "png"))))
                .isGreaterThan(24);
    }

    @Example
    void aPictureThatItsFileTurnsIsThePictureThatIsSeen() throws Exception {
        BufferedImage seen = TestPictures.painted(4, 300, 200);
        BufferedImage stored = new BufferedImage(200, 300, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 200; y++) {
            for (int x = 0; x < 300; x++) {
                // Orientation 6: to be turned right by a quarter.
                stored.setRGB(y, 299 - x, seen.getRGB(x, y));
            }
        }

        Fingerprint upright = of(TestPictures.file(seen, "jpeg"));
        Fingerprint turned = of(TalkativeFiles.jpeg(TestPictures.file(stored, "jpeg"), 6));

        assertThat(upright.distance(turned)).isLessThan(6);
    }

    @Example
    void whatIsTransparentIsWhite() throws Exception {
        BufferedImage clear = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        BufferedImage white = new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB);
        for (BufferedImage image : List.of(clear, white)) {
            Graphics2D pen = image.createGraphics();
            if (image.getType() == BufferedImage.TYPE_INT_RGB) {
                pen.setColor(Color.WHITE);
                pen.fillRect(0, 0, 100, 100);
            }
            pen.setColor(Color.BLUE);
            pen.fillOval(10, 20, 60, 40);
            pen.dispose();
        }

        assertThat(of(TestPictures.file(clear, "png")).distance(of(TestPictures.file(white, "png"))))
                .isZero();
    }

    @Example
    void aPictureOfOneColourLooksLikeNoOther() throws Exception {
        BufferedImage flat = new BufferedImage(50, 50, BufferedImage.TYPE_INT_RGB);

        assertThat(Inspector.open(TestPictures.file(flat, "png")).look(false).fingerprint())
                .isEmpty();
    }

    private static Fingerprint of(byte[] file) throws Exception {
        return Inspector.open(file).look(false).fingerprint().orElseThrow();
    }

    private static Fingerprint near(Random random, List<Fingerprint> centres) {
        return print(random, centres.get(random.nextInt(CENTRES)).bytes().toByteArray(), random.nextInt(200));
    }

    // With so many bits turned.
    private static Fingerprint print(Random random, byte[] from, int turned) {
        byte[] bytes = from.clone();
        for (int i = 0; i < turned; i++) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return Fingerprint.of(ByteString.of(bytes));
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = scaled.createGraphics();
        pen.drawImage(image.getScaledInstance(width, height, Image.SCALE_AREA_AVERAGING), 0, 0, null);
        pen.dispose();
        return scaled;
    }
}

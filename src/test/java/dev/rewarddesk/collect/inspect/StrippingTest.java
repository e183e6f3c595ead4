package dev.rewarddesk.collect.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.desktop.image.Picture;
import dev.rewarddesk.desktop.image.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells of places, devices and people is cut out of files; what they show stays, pixel for pixel. */
final class StrippingTest {

    private static final BufferedImage PICTURE = TestPictures.painted(7, 96, 64);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void aJpegLooksTheSameHoweverItIsTurned(int orientation) throws Exception {
        byte[] talkative = TalkativeFiles.jpeg(TestPictures.file(PICTURE, "jpeg"), orientation);

        Inspected clean = Inspector.open(talkative).look(false);

        assertThat(clean.removed())
                .containsExactlyInAnyOrder("thumbnail", "exif", "xmp", "iptc", "comment", "other", "trailer");
        tellsNothingAndLooksLike(talkative, clean);
        assertThat(latin(clean.content().toByteArray())).contains("ICC_PROFILE");
    }

    @Test
    void aProgressiveJpegLooksTheSame() throws Exception {
        byte[] plain = TestPictures.lossy(PICTURE, "jpeg", 0.8f, true);

        byte[] talkative = TalkativeFiles.jpeg(plain, 6);

        tellsNothingAndLooksLike(talkative, Inspector.open(talkative).look(false));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6, 8})
    void aPngLooksTheSameHoweverItIsTurned(int orientation) throws Exception {
        byte[] talkative = TalkativeFiles.png(TestPictures.file(PICTURE, "png"), orientation);

        Inspected clean = Inspector.open(talkative).look(false);

        assertThat(clean.removed()).containsExactlyInAnyOrder("exif", "text", "xmp", "time", "other", "trailer");
        tellsNothingAndLooksLike(talkative, clean);
    }

    @ParameterizedTest
    @CsvSource({"1, false", "6, false", "8, true", "1, true"})
    void aWebpLooksTheSameHoweverItIsTurned(int orientation, boolean lossless) throws Exception {
        byte[] plain = lossless ? TestPictures.file(PICTURE, "webp") : TestPictures.lossy(PICTURE, "webp", 0.7f, false);
        byte[] talkative = TalkativeFiles.webp(plain, 96, 64, orientation);

        Inspected clean = Inspector.open(talkative).look(false);

        assertThat(clean.removed()).containsExactlyInAnyOrder("exif", "xmp", "other", "trailer");
        tellsNothingAndLooksLike(talkative, clean);
    }

    @Test
    void aGifLooksTheSameAndMovesAsOften() throws Exception {
        byte[] talkative = TalkativeFiles.gif(TestPictures.file(PICTURE, "gif"));

        Inspected clean = Inspector.open(talkative).look(false);

        assertThat(clean.removed()).containsExactlyInAnyOrder("comment", "xmp", "trailer");
        tellsNothingAndLooksLike(talkative, clean);
        assertThat(latin(clean.content().toByteArray())).contains("NETSCAPE2.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "webp", "gif"})
    void aFileThatTellsNothingStaysAsItIs(String format) throws Exception {
        byte[] plain = TestPictures.file(3, format);

        Inspected inspected = Inspector.open(plain).look(false);

        assertThat(inspected.removed()).isEmpty();
        assertThat(inspected.content().toByteArray()).isEqualTo(plain);
    }

    @Test
    void whatWasCutOutOnceStaysAsItIs() throws Exception {
        byte[] png = TestPictures.file(PICTURE, "png");
        byte[] jpeg = TestPictures.file(PICTURE, "jpeg");
        byte[] webp = TestPictures.lossy(PICTURE, "webp", 0.7f, false);

        for (byte[] talkative : new byte[][] {
            TalkativeFiles.png(png, 6), TalkativeFiles.jpeg(jpeg, 6), TalkativeFiles.webp(webp, 96, 64, 6)
        }) {
            Inspected once = Inspector.open(talkative).look(false);
            Inspected twice = Inspector.open(once.content().toByteArray()).look(false);

            assertThat(twice.content()).isEqualTo(once.content());
            assertThat(twice.removed()).isEmpty();
        }
    }

    @Test
    void everythingStaysWhereItIsToBeKept() throws Exception {
        byte[] talkative = TalkativeFiles.jpeg(TestPictures.file(PICTURE, "jpeg"), 6);

        Inspected kept = Inspector.open(talkative).look(true);

        assertThat(kept.content().toByteArray()).isEqualTo(talkative);
        assertThat(kept.removed()).isEmpty();
    }

    private static void tellsNothingAndLooksLike(byte[] before, Inspected clean) throws UnreadablePictureException {
        byte[] after = clean.content().toByteArray();
        assertThat(TalkativeFiles.SECRETS)
                .allSatisfy(secret -> assertThat(latin(before)).contains(secret))
                .allSatisfy(secret -> assertThat(latin(after)).doesNotContain(secret));
        assertThat(after.length).isLessThan(before.length);
        assertThat(seen(after)).isEqualTo(seen(before));
    }

    // As the desktop shows it: turned as the file says.
    private static int[] seen(byte[] file) throws UnreadablePictureException {
        Picture picture = Picture.of(file);
        int[] pixels = picture.read(picture.area(), 1).buffer().array().clone();
        int[] all = Arrays.copyOf(pixels, pixels.length + 2);
        all[pixels.length] = picture.width();
        all[pixels.length + 1] = picture.height();
        return all;
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}

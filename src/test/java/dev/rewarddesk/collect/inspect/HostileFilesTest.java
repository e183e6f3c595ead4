package dev.rewarddesk.collect.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rewarddesk.collect.fetch.Refusal;
import dev.rewarddesk.collect.fetch.Refusal.Reason;
import dev.rewarddesk.collect.fetch.RefusedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Files that are cut off, that lie, or that want to do harm are refused with a reason, and nothing else happens. */
final class HostileFilesTest {

    private static final String[] FORMATS = {"jpeg", "png", "webp", "gif"};

    @Property(tries = 300)
    void aFileThatIsCutOffIsRefused(@ForAll @IntRange(max = 3) int format, @ForAll @IntRange(max = 999) int share) {
        byte[] whole = TestPictures.file(5, FORMATS[format]);
        byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * share / 1000));

        assertThat(refusal(cut).reason()).isIn(Reason.BROKEN_IMAGE, Reason.NOT_AN_IMAGE);
    }

    @Property(tries = 400)
    void aFileWithWrongBytesIsReadOrRefused(
            @ForAll @IntRange(max = 3) int format, @ForAll @IntRange(min = 1, max = 40) int wrong, @ForAll long seed)
            throws InterruptedException {
        byte[] file = TestPictures.file(5, FORMATS[format]);
        Random random = new Random(seed);
        for (int i = 0; i < wrong; i++) {
            file[random.nextInt(file.length)] = (byte) random.nextInt(256);
        }
        try {
            Inspected inspected = Inspector.open(file).look(false);
            assertThat(inspected.quality().score()).isBetween(0.0, 1.0);
        } catch (RefusedException refused) {
            assertThat(refused.refusal().reason())
                    .isIn(Reason.BROKEN_IMAGE, Reason.NOT_AN_IMAGE, Reason.TOO_MANY_PIXELS);
        }
    }

    @Property(tries = 200)
    void noBytesAtAllDoHarm(@ForAll @IntRange(max = 3) int format, @ForAll byte[] rest) throws InterruptedException {
        byte[] start = Arrays.copyOf(TestPictures.file(5, FORMATS[format]), 12);
        try {
            Inspector.open(TalkativeFiles.concat(start, rest)).look(false);
        } catch (RefusedException refused) {
            assertThat(refused.refusal().detail()).doesNotContain("Exception");
        }
    }

    @Example
    void whatIsNoImageIsNone() {
        assertThat(refusal(new byte[0]).reason()).isEqualTo(Reason.NOT_AN_IMAGE);
        assertThat(refusal(TalkativeFiles.ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"))
                        .reason())
                .isEqualTo(Reason.NOT_AN_IMAGE);
        assertThat(refusal(TalkativeFiles.ascii("BM this is a bitmap")).reason())
                .isEqualTo(Reason.NOT_AN_IMAGE);
    }

    @Example
    void aPngThatClaimsMorePixelsThanAreDecodedIsRefusedBeforeThat() {
        byte[] png = TestPictures.file(5, "png");
        byte[] header = ByteBuffer.allocate(13)
                .putInt(60_000)
                .putInt(60_000)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        byte[] bomb = TalkativeFiles.concat(
                Arrays.copyOf(png, 8), TalkativeFiles.chunk("IHDR", header), Arrays.copyOfRange(png, 33, png.length));

        assertThat(refusal(bomb)).isEqualTo(new Refusal(Reason.TOO_MANY_PIXELS, "60000×60000"));
    }

    @Example
    void aPngWithAWrongChecksumIsRefused() {
        byte[] png = TestPictures.file(5, "png");
        png[30] ^= 1;

        assertThat(refusal(png).detail()).contains("checksum");
    }

    @Example
    void aPngWithTwoHeadersIsRefused() {
        byte[] png = TestPictures.file(5, "png");
        byte[] twice = TalkativeFiles.concat(
                Arrays.copyOf(png, 33), Arrays.copyOfRange(png, 8, 33), Arrays.copyOfRange(png, 33, png.length));

        assertThat(refusal(twice).detail()).isEqualTo("two headers");
    }

    @Example
    void aJpegWithTwoSizesIsRefused() {
        byte[] jpeg = TestPictures.file(5, "jpeg");
        byte[] second = TalkativeFiles.segment(0xc0, new byte[] {8, 0, 9, 0, 9, 1, 1, 0x11, 0});

        assertThat(refusal(TalkativeFiles.concat(
                                Arrays.copyOf(jpeg, 20), second, Arrays.copyOfRange(jpeg, 20, jpeg.length)))
                        .detail())
                .isEqualTo("two headers");
    }

    @Example
    void aJpegWithEndlessPassesIsRefused() {
        byte[] jpeg = TestPictures.file(5, "jpeg");
        int scan = indexOf(jpeg, 0xda);
        byte[] pass = Arrays.copyOfRange(jpeg, scan, jpeg.length - 2);
        byte[] many = Arrays.copyOf(jpeg, scan);
        for (int i = 0; i < 120; i++) {
            many = TalkativeFiles.concat(many, pass);
        }

        assertThat(refusal(TalkativeFiles.concat(many, new byte[] {(byte) 0xff, (byte) 0xd9}))
                        .detail())
                .contains("passes");
    }

    @Example
    void aJpegWhoseDataAreTooFewIsRefusedThoughItsEndIsThere() {
        byte[] jpeg = TestPictures.file(TestPictures.painted(5, 600, 400), "jpeg");
        byte[] half =
                TalkativeFiles.concat(Arrays.copyOf(jpeg, jpeg.length / 2), new byte[] {(byte) 0xff, (byte) 0xd9});

        assertThat(refusal(half).reason()).isEqualTo(Reason.BROKEN_IMAGE);
    }

    @Example
    void aWebpThatSaysTwoSizesIsRefused() {
        byte[] plain = TestPictures.lossy(TestPictures.painted(5, 96, 64), "webp", 0.7f, false);

        assertThat(refusal(TalkativeFiles.webp(plain, 2000, 1500, 1)).detail()).isEqualTo("two sizes");
    }

    @Example
    void aWebpThatIsLongerThanItSaysIsCutThere() throws Exception {
        byte[] plain = TestPictures.file(5, "webp");
        byte[] shorter = plain.clone();
        ByteBuffer.wrap(shorter).order(ByteOrder.LITTLE_ENDIAN).putInt(4, plain.length + 100);

        assertThat(refusal(shorter).reason()).isEqualTo(Reason.BROKEN_IMAGE);
        byte[] longer = TalkativeFiles.concat(plain, new byte[100]);
        assertThat(Inspector.open(longer).look(false).content().toByteArray()).isEqualTo(plain);
    }

    private static int indexOf(byte[] jpeg, int marker) {
        for (int i = 2; i < jpeg.length; i++) {
            if (jpeg[i] == (byte) 0xff && jpeg[i + 1] == (byte) marker) {
                return i;
            }
        }
        throw new IllegalArgumentException("No such marker");
    }

    private static Refusal refusal(byte[] file) {
        RefusedException refused = catchThrowableOfType(
                RefusedException.class, () -> Inspector.open(file).look(false));
        assertThat(refused).isNotNull();
        return refused.refusal();
    }
}

package dev.rewarddesk.desktop.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.desktop.image.UnreadablePictureException.Reason;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureTest {

    private static final int RED = 0xffff0000;
    private static final int GREEN = 0xff00ff00;
    private static final int BLUE = 0xff0000ff;
    private static final int WHITE = 0xffffffff;

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "webp", "gif"})
    void everyAcceptedFormatIsDecoded(String format) throws Exception {
        Picture picture = Picture.of(EncodedImages.encode(EncodedImages.quarters(64, 48), format));
        Pixels pixels = picture.read(picture.area(), 1);

        assertThat(pixels.width()).isEqualTo(64);
        assertThat(pixels.height()).isEqualTo(48);
        assertCorners(pixels, RED, GREEN, BLUE, WHITE);
    }

    @ParameterizedTest
    @CsvSource({"3", "4", "6", "7", "12", "13"})
    void everyKindOfPixelComesOutAsItWas(int type) throws Exception {
        BufferedImage expected = EncodedImages.quarters(8, 8, type);
        Picture picture = Picture.of(EncodedImages.encode(expected, "png"));

        Pixels pixels = picture.read(picture.area(), 1);

        assertSimilar(pixels.at(0, 0), expected.getRGB(0, 0));
        assertSimilar(pixels.at(7, 0), expected.getRGB(7, 0));
        assertSimilar(pixels.at(7, 7), expected.getRGB(7, 7));
    }

    @ParameterizedTest
    @CsvSource({"10, 100", "11, 25700"})
    void greyKeepsItsBrightness(int type, int sample) throws Exception {
        BufferedImage grey = new BufferedImage(2, 2, type);
        grey.getRaster().setSample(0, 0, 0, sample);

        Pixels pixels = Picture.of(EncodedImages.encode(grey, "png")).read(new PixelArea(0, 0, 2, 2), 1);

        assertThat(pixels.at(0, 0)).isEqualTo(0xff646464);
        assertThat(pixels.at(1, 1)).isEqualTo(0xff000000);
    }

    @Test
    void greyWithTransparencyKeepsItsBrightness() throws Exception {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 2, 1, 2, null);
        raster.setPixel(0, 0, new int[] {100, 255});
        raster.setPixel(1, 0, new int[] {100, 0});
        byte[] png = EncodedImages.encode(new BufferedImage(model, raster, false, null), "png");

        Pixels pixels = Picture.of(png).read(new PixelArea(0, 0, 2, 1), 1);

        assertSimilar(pixels.at(0, 0), 0xff646464);
        assertThat(pixels.at(1, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1, R, G, B, W", "2, G, R, W, B", "3, W, B, G, R", "4, B, W, R, G",
        "5, R, B, G, W", "6, B, R, W, G", "7, W, G, B, R", "8, G, W, R, B"
    })
    void exifOrientationIsApplied(int orientation, char one, char two, char three, char four) throws Exception {
        BufferedImage stored = EncodedImages.quarters(64, 32);
        for (byte[] bytes : new byte[][] {
            EncodedImages.jpegOriented(EncodedImages.encode(stored, "jpeg"), orientation),
            EncodedImages.pngOriented(EncodedImages.encode(stored, "png"), orientation)
        }) {
            Picture picture = Picture.of(bytes);
            Pixels pixels = picture.read(picture.area(), 1);

            assertThat(picture.width()).isEqualTo(orientation < 5 ? 64 : 32);
            assertThat(pixels.width()).isEqualTo(picture.width());
            assertThat(pixels.height()).isEqualTo(picture.height());
            assertCorners(pixels, colour(one), colour(two), colour(three), colour(four));
        }
    }

    @Test
    void anAreaIsTheSameAsThatPartOfTheWhole() throws Exception {
        BufferedImage noise = noise(60, 40);
        for (int orientation = 1; orientation <= 8; orientation++) {
            Picture picture = Picture.of(EncodedImages.pngOriented(EncodedImages.encode(noise, "png"), orientation));
            Pixels whole = picture.read(picture.area(), 1);
            PixelArea area = new PixelArea(5, 7, 20, 11);
            Pixels part = picture.read(area, 1);
            for (int y = 0; y < area.height(); y++) {
                for (int x = 0; x < area.width(); x++) {
                    assertThat(part.at(x, y)).isEqualTo(whole.at(area.x() + x, area.y() + y));
                }
            }
        }
    }

    @Test
    void reducingAveragesSoThatFineLinesTurnGrey() throws Exception {
        BufferedImage lines = new BufferedImage(101, 64, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 101; x += 2) {
            for (int y = 0; y < 64; y++) {
                lines.setRGB(x, y, WHITE);
            }
        }

        Pixels pixels = Picture.of(EncodedImages.encode(lines, "png")).read(new PixelArea(0, 0, 101, 64), 4);

        assertThat(pixels.width()).isEqualTo(26);
        assertThat(pixels.height()).isEqualTo(16);
        assertThat(pixels.at(10, 10)).isEqualTo(0xff808080);
        assertThat(pixels.at(25, 15)).as("a square cut by the edge").isEqualTo(WHITE);
    }

    @Test
    void aPreviewIsSmallAndEachLevelHalfTheOneBefore() throws Exception {
        Preview preview =
                Preview.of(EncodedImages.encode(EncodedImages.quarters(4000, 3000), "png"), new Viewport(1000, 750));

        assertThat(preview.reduction()).isEqualTo(4);
        assertThat(preview.levels().getFirst().width()).isEqualTo(1000);
        assertThat(preview.levels().get(1).width()).isEqualTo(500);
        assertThat(preview.levelFor(1).width()).isEqualTo(1000);
        assertThat(preview.levelFor(0.13).width()).isEqualTo(1000);
        assertThat(preview.levelFor(0.125).width()).isEqualTo(500);
        assertThat(preview.levelFor(0.0001).width()).isBetween(64, 128);
        for (Pixels level : preview.levels()) {
            assertCorners(level, RED, GREEN, BLUE, WHITE);
        }
    }

    @Test
    void aFiftyMegapixelImageIsPreviewedAndReadInPart() throws Exception {
        Picture picture = Picture.of(EncodedImages.encode(EncodedImages.quarters(8640, 5800), "jpeg"));
        PixelArea corner = new PixelArea(8000, 5000, 640, 800);

        assertCorners(picture.read(picture.area(), 8), RED, GREEN, BLUE, WHITE);
        assertSimilar(picture.read(corner, 1).at(320, 400), WHITE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "", "BM", "RIFF....AVI ", "%PDF-1.7"})
    void whatIsNoPictureIsRefusedWhateverItsNameSays(String text) {
        assertUnreadable(text.getBytes(StandardCharsets.ISO_8859_1), Reason.NOT_A_PICTURE);
    }

    @Test
    void aPngThatLiesAboutItsSizeIsRefusedBeforeDecoding() {
        byte[] png = EncodedImages.encode(EncodedImages.quarters(4, 4), "png");

        assertUnreadable(EncodedImages.pngClaiming(png, 60_000, 60_000), Reason.TOO_LARGE);
    }

    @Test
    void aProgressiveJpegOfManyPixelsIsRefused() throws Exception {
        byte[] small = EncodedImages.progressiveJpeg(EncodedImages.quarters(64, 64));
        assertCorners(Picture.of(small).read(new PixelArea(0, 0, 64, 64), 1), RED, GREEN, BLUE, WHITE);

        byte[] lying = small.clone();
        for (int i = 0; i < lying.length - 9; i++) {
            if ((lying[i] & 0xff) == 0xff && (lying[i + 1] & 0xff) == 0xc2) {
                Arrays.fill(lying, i + 5, i + 9, (byte) 0x3f);
            }
        }
        assertUnreadable(lying, Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"VP8X", "ANMF"})
    void aWebpWhoseFrameIsLargerThanItsCanvasSaysIsRefused(String wrapping) {
        byte[] simple = EncodedImages.encode(EncodedImages.quarters(16, 16), "webp");
        ByteBuffer frame =
                ByteBuffer.wrap(simple, 12, simple.length - 12).slice().order(ByteOrder.LITTLE_ENDIAN);
        frame.putShort(14, (short) 16_000).putShort(16, (short) 16_000);
        boolean animated = wrapping.equals("ANMF");
        ByteBuffer file =
                ByteBuffer.allocate(simple.length + (animated ? 42 : 18)).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(file.capacity() - 8)
                .put("WEBPVP8X".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(10)
                .putInt(animated ? 2 : 0)
                .put(new byte[] {15, 0, 0, 15, 0, 0});
        if (animated) {
            file.put("ANMF".getBytes(StandardCharsets.ISO_8859_1))
                    .putInt(16 + frame.capacity())
                    .put(new byte[16]);
        }
        file.put(frame);

        assertUnreadable(file.array(), Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "webp", "gif"})
    void aTruncatedImageIsDamaged(String format) {
        byte[] whole = EncodedImages.encode(noise(200, 200), format);

        assertUnreadable(Arrays.copyOf(whole, whole.length / 2), Reason.DAMAGED);
    }

    @Property(tries = 200)
    void spoiltBytesEndWithAPictureOrAReason(
            @ForAll @IntRange(max = 3) int kind, @ForAll @Size(max = 8) int[] places, @ForAll byte with) {
        byte[] bytes =
                EncodedImages.encode(EncodedImages.quarters(20, 20), new String[] {"jpeg", "png", "webp", "gif"}[kind]);
        for (int place : places) {
            bytes[Math.floorMod(place, bytes.length)] = with;
        }
        try {
            assertThat(Preview.of(bytes, Viewport.USUAL).levels()).isNotEmpty();
        } catch (UnreadablePictureException refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    private static BufferedImage noise(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        return image;
    }

    private static int colour(char name) {
        return switch (name) {
            case 'R' -> RED;
            case 'G' -> GREEN;
            case 'B' -> BLUE;
            default -> WHITE;
        };
    }

    private static void assertCorners(Pixels pixels, int one, int two, int three, int four) {
        int right = pixels.width() - 2;
        int bottom = pixels.height() - 2;
        assertSimilar(pixels.at(1, 1), one);
        assertSimilar(pixels.at(right, 1), two);
        assertSimilar(pixels.at(1, bottom), three);
        assertSimilar(pixels.at(right, bottom), four);
    }

    private static void assertSimilar(int actual, int expected) {
        for (int shift = 0; shift < 32; shift += 8) {
            int difference = Math.abs(((actual >>> shift) & 0xff) - ((expected >>> shift) & 0xff));
            assertThat(difference).as("%08x against %08x", actual, expected).isLessThan(24);
        }
    }

    private static void assertUnreadable(byte[] bytes, Reason reason) {
        assertThatExceptionOfType(UnreadablePictureException.class)
                .isThrownBy(() -> {
                    Picture picture = Picture.of(bytes);
                    picture.read(picture.area(), Picture.reductionFor(picture.area(), 1000));
                })
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}

package dev.rewarddesk.desktop.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.desktop.image.UnreadablePictureException.Reason;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are made to do harm, or are rarely seen: shown rightly or refused with a reason. */
final class HostilePicturesTest {

    private static final Viewport VIEW = new Viewport(800, 600);

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "progressive", "png", "webp", "gif"})
    void aFileThatIsCutOffAnywhereIsRefusedOrShownWhole(String format) throws Exception {
        BufferedImage image = EncodedImages.quarters(300, 200);
        byte[] whole = format.equals("progressive")
                ? EncodedImages.progressiveJpeg(image)
                : EncodedImages.encode(image, format);
        int refused = 0;
        for (int length = 3; length < whole.length; length += whole.length / 23) {
            try {
                Pixels shown = Preview.of(Arrays.copyOf(whole, length), VIEW).fitted();
                assertThat(shown.buffer())
                        .as("%d of %d bytes", length, whole.length)
                        .isEqualTo(Preview.of(whole, VIEW).fitted().buffer());
            } catch (UnreadablePictureException broken) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(18);
    }

    @Test
    void aSmallFileWithVeryManyPixelsIsShownSmall() throws Exception {
        byte[] bomb = png(16_000, 16_000, 1);
        assertThat(bomb.length).as("of 32 million bytes").isLessThan(100_000);

        Preview preview = Preview.of(bomb, VIEW);

        assertThat(preview.picture().width()).isEqualTo(16_000);
        assertThat(preview.fitted().height()).isEqualTo(600);
        assertThat(preview.bytes()).isLessThan(10_000_000);
    }

    @ParameterizedTest
    @CsvSource({"60000, 60000, 1", "100000, 1, 1", "1, 100000, 8", "2147483647, 2147483647, 8", "16385, 16385, 8"})
    void aSizeBeyondReasonIsRefusedFromTheHeader(int width, int height, int bits) throws Exception {
        byte[] claims = EncodedImages.pngClaiming(png(1, 1, bits), width, height);

        assertRefused(claims, Reason.TOO_LARGE);
    }

    @Test
    void aSizeOfNothingIsRefused() throws Exception {
        assertRefused(EncodedImages.pngClaiming(png(1, 1, 8), 0, 5), Reason.DAMAGED);
        assertRefused(new GifBytes(0, 0).frame(0, 0, 0, 0, 1, 1, 10).bytes(), Reason.DAMAGED);
        assertRefused(new GifBytes(10, 10).bytes(), Reason.DAMAGED);
    }

    @Test
    void whatIsNoPictureIsRefusedWhateverFollows() {
        for (String text :
                List.of("<svg xmlns='http://www.w3.org/2000/svg'/>", "MZ", "PK\u0003\u0004", "%!PS", "II*\0")) {
            assertRefused(text.getBytes(StandardCharsets.ISO_8859_1), Reason.NOT_A_PICTURE);
        }
    }

    @Test
    void sixteenBitsAChannelKeepTheirColours() throws Exception {
        Pixels pixels = Preview.of(png(64, 64, 16), VIEW).fitted();

        assertThat(pixels.at(5, 5)).isEqualTo(0xffff8000);
    }

    @Test
    void inkColoursAreTurnedIntoLight() throws Exception {
        // Adobe's way: 255 is no ink.
        int red = Preview.of(inkJpeg(255, 0, 0, 255), VIEW).fitted().at(10, 10);
        int white = Preview.of(inkJpeg(255, 255, 255, 255), VIEW).fitted().at(10, 10);
        int black = Preview.of(inkJpeg(255, 255, 255, 0), VIEW).fitted().at(10, 10);

        assertThat(red >> 16 & 0xff).isGreaterThan(190);
        assertThat(red >> 8 & 0xff).isLessThan(80);
        assertThat(red & 0xff).isLessThan(80);
        assertThat(white & 0xff).isGreaterThan(245);
        assertThat(black & 0xff).isLessThan(60);
    }

    @Test
    void aTurnedPhotoThatSaysWhereItWasTakenIsShownUpright() throws Exception {
        byte[] jpeg = EncodedImages.jpegOriented(EncodedImages.encode(EncodedImages.quarters(64, 32), "jpeg"), 6);

        Preview preview = Preview.of(jpeg, VIEW);

        assertThat(preview.picture().width()).isEqualTo(32);
        assertThat(preview.fitted().at(28, 60)).isEqualTo(preview.fitted().at(29, 61));
        assertThat(preview.fitted().at(2, 2) & 0xff)
                .as("blue, which is stored below")
                .isGreaterThan(200);
    }

    @Test
    void aGreyPhotoIsGrey() throws Exception {
        BufferedImage grey = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 128);

        int pixel =
                Preview.of(EncodedImages.encode(grey, "jpeg"), VIEW).fitted().at(5, 5);

        assertThat(pixel).isEqualTo(0xff808080);
    }

    @Test
    void everyPixelOfAPhotoCountsHoweverSmallItIsShown() throws Exception {
        BufferedImage stripes = new BufferedImage(1601, 1203, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 1601; x += 2) {
            for (int y = 0; y < 1203; y++) {
                stripes.setRGB(x, y, 0xffffff);
            }
        }
        for (byte[] bytes : List.of(EncodedImages.encode(stripes, "jpeg"), EncodedImages.progressiveJpeg(stripes))) {
            Pixels fitted = Preview.of(bytes, new Viewport(300, 300)).fitted();

            assertThat(fitted.width()).isEqualTo(300);
            assertThat(fitted.at(100, 100) & 0xff).isBetween(115, 140);
        }
    }

    @Test
    void manyLargeOnesAtOnceAreAllShown() throws Exception {
        byte[] jpeg = EncodedImages.encode(EncodedImages.quarters(6000, 4000), "jpeg");
        byte[] bomb = png(12_000, 12_000, 1);
        List<Future<Preview>> previews = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 24; i++) {
                byte[] bytes = i % 8 == 7 ? bomb : jpeg;
                previews.add(threads.submit(() -> Preview.of(bytes, VIEW)));
            }
        }
        for (Future<Preview> preview : previews) {
            assertThat(preview.get().fitted().height()).isBetween(500, 600);
        }
    }

    private static void assertRefused(byte[] bytes, Reason reason) {
        assertThatExceptionOfType(UnreadablePictureException.class)
                .isThrownBy(() -> Preview.of(bytes, VIEW))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    /** A PNG of one colour, orange where there are colours, written row by row. */
    private static byte[] png(int width, int height, int bits) throws IOException {
        byte[] row = switch (bits) {
            case 1 -> new byte[1 + Math.ceilDiv(width, 8)];
            case 8 -> new byte[1 + width];
            default -> new byte[1 + width * 6];
        };
        if (bits == 16) {
            for (int at = 1; at < row.length; at += 6) {
                row[at] = -1;
                row[at + 1] = -1;
                row[at + 2] = (byte) 0x80;
            }
        }
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(data, new Deflater(9))) {
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) bits).put((byte) (bits == 16 ? 2 : 0));
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(png, "IHDR", header.array());
        chunk(png, "IDAT", data.toByteArray());
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] content) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + content.length).putInt(content.length);
        chunk.put(type.getBytes(StandardCharsets.ISO_8859_1)).put(content);
        CRC32 check = new CRC32();
        check.update(chunk.array(), 4, 4 + content.length);
        png.writeBytes(chunk.putInt((int) check.getValue()).array());
    }

    /** A JPEG of four inks, marked as Adobe marks it. */
    private static byte[] inkJpeg(int... inks) throws IOException {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 64, 48, 4, null);
        for (int x = 0; x < 64; x++) {
            for (int y = 0; y < 48; y++) {
                raster.setPixel(x, y, inks);
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        byte[] jpeg = out.toByteArray();
        byte[] adobe = {(byte) 0xff, (byte) 0xee, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 0};
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(jpeg, 0, 2);
        marked.writeBytes(adobe);
        marked.write(jpeg, 2, jpeg.length - 2);
        return marked.toByteArray();
    }
}

package dev.rewarddesk.collect.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.fetch.RefusedException;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How light a JPEG is comes from what it stores, and is what its colours would tell. */
final class LightOfJpegTest {

    private static final int JFIF = 2 + 2 + 16;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPictureIsAsLightAsItsColours(boolean progressive) throws Exception {
        byte[] file = TestPictures.lossy(pale(TestPictures.painted(4, 301, 222)), "jpg", 0.9f, progressive);

        assertThat(JpegFile.read(file).lightFirst()).isTrue();
        assertAsLightAsItsColours(file);
    }

    @Test
    void soIsALargeOneThatIsReadInPart() throws Exception {
        byte[] file = TestPictures.lossy(pale(TestPictures.painted(5, 3001, 2501)), "jpg", 0.9f, false);

        Plane plane = Decoder.decode(ImageFormat.JPEG, JpegFile.read(file));

        assertThat(plane.width()).isLessThanOrEqualTo(Luminance.SIDE);
        assertThat(mean(plane)).isBetween(mean(byColours(file)) - 1, mean(byColours(file)) + 1);
    }

    @Test
    void aGreyPictureIsAsLightAsItsGreys() throws Exception {
        BufferedImage colours = TestPictures.painted(6, 200, 150);
        BufferedImage grey = new BufferedImage(200, 150, BufferedImage.TYPE_BYTE_GRAY);
        new ColorConvertOp(null).filter(colours, grey);

        byte[] file = TestPictures.lossy(grey, "jpg", 0.9f, false);

        assertThat(JpegFile.read(file).lightFirst()).isTrue();
        assertAsLightAsItsColours(file);
    }

    @Test
    void redIsNotTakenForLight() throws Exception {
        byte[] file = redGreenBlue(TestPictures.lossy(pale(TestPictures.painted(7, 200, 150)), "jpg", 0.9f, false));

        assertThat(JpegFile.read(file).lightFirst()).isFalse();
        assertAsLightAsItsColours(file);
    }

    private static void assertAsLightAsItsColours(byte[] file) throws RefusedException, IOException {
        Plane plane = Decoder.decode(ImageFormat.JPEG, JpegFile.read(file));
        Plane expected = byColours(file);

        assertThat(plane.width()).isEqualTo(expected.width());
        assertThat(plane.height()).isEqualTo(expected.height());
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                assertThat(plane.at(x, y)).isBetween(expected.at(x, y) - 2, expected.at(x, y) + 2);
            }
        }
    }

    private static Plane byColours(byte[] file) throws IOException {
        return Luminance.of(ImageIO.read(new ByteArrayInputStream(file)));
    }

    private static double mean(Plane plane) {
        double sum = 0;
        for (int y = 0; y < plane.height(); y++) {
            for (int x = 0; x < plane.width(); x++) {
                sum += plane.at(x, y);
            }
        }
        return sum / plane.width() / plane.height();
    }

    /** Without colours that a decoder has to clip, which would make them lighter or darker than they are stored. */
    private static BufferedImage pale(BufferedImage image) {
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, (image.getRGB(x, y) >> 2 & 0x3f3f3f) + 0x606060);
            }
        }
        return image;
    }

    /** The same numbers, said to be red, green and blue: the file lacks the JFIF header and names its components so. */
    private static byte[] redGreenBlue(byte[] jfif) {
        byte[] file = Arrays.copyOfRange(jfif, JFIF - 2, jfif.length);
        file[0] = (byte) 0xff;
        file[1] = (byte) 0xd8;
        ByteBuffer bytes = ByteBuffer.wrap(file);
        for (int at = 2; at < file.length && file[at] == (byte) 0xff; at += 2 + (bytes.getShort(at + 2) & 0xffff)) {
            int marker = file[at + 1] & 0xff;
            boolean isFrame = marker == 0xc0;
            boolean isScan = marker == 0xda;
            for (int i = 0; (isFrame || isScan) && i < 3; i++) {
                file[at + (isFrame ? 10 + 3 * i : 5 + 2 * i)] = (byte) "RGB".charAt(i);
            }
            if (isScan) {
                return file;
            }
        }
        throw new IllegalArgumentException("no picture");
    }
}

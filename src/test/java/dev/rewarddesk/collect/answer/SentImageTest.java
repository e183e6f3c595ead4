package dev.rewarddesk.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a model gets to see. */
final class SentImageTest {

    private static final Map<Character, Color> COLOURS =
            Map.of('r', Color.RED, 'g', Color.GREEN, 'b', Color.BLUE, 'w', Color.WHITE);
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;

    @Test
    void aLargeImageIsSentAsASmallerCopyOfTheTypeThatItIs() throws IOException {
        byte[] large = StoredImages.png(900, 300, 1);
        SentImage same = SentImage.of(large, new ImageLimits(900, large.length));
        SentImage small = SentImage.of(large, new ImageLimits(300, 20_000));

        assertThat(same.dataUrl()).startsWith("data:image/png;base64,");
        assertThat(small.dataUrl()).startsWith("data:image/jpeg;base64,");
        assertThat(small.bytes()).isLessThanOrEqualTo(20_000);
        assertThat(small.width()).isLessThanOrEqualTo(300);
        assertThatThrownBy(() -> SentImage.of("<svg/>".getBytes(StandardCharsets.UTF_8), ImageLimits.USUAL))
                .hasMessage("The file is no JPEG, PNG, WebP or GIF.");
    }

    @Test
    void aWebpIsSentAsItIsAndALargeOneAsASmallerJpeg() throws IOException {
        byte[] webp = Files.readAllBytes(Path.of("assets", "sample", "balloons.webp"));

        SentImage same = SentImage.of(webp, new ImageLimits(10_000, webp.length));
        SentImage small = SentImage.of(webp, new ImageLimits(100, 1 << 20));

        assertThat(same.dataUrl()).startsWith("data:image/webp;base64,UklGR");
        assertThat(small.type()).isEqualTo("image/jpeg");
        assertThat(Math.max(small.width(), small.height())).isEqualTo(100);
        BufferedImage seen = seen(small);
        assertThat(seen.getWidth()).isEqualTo(small.width());
        assertThat(seen.getHeight()).isEqualTo(small.height());
    }

    @Test
    void ofAnAnimationThatIsTooLargeTheFirstPictureIsSent() throws IOException {
        byte[] gif = animation(plain(Color.RED), plain(Color.BLUE));

        SentImage same = SentImage.of(gif, ImageLimits.USUAL);
        SentImage small = SentImage.of(gif, new ImageLimits(48, 1 << 20));

        assertThat(same.type()).isEqualTo("image/gif");
        assertThat(small.width()).isEqualTo(48);
        assertThat(small.height()).isEqualTo(32);
        assertThat(colour(seen(small), 0.5, 0.5)).isEqualTo('r');
    }

    @ParameterizedTest
    @CsvSource({"1,rg,96", "2,gr,96", "3,wb,96", "4,bw,96", "5,rb,64", "6,br,64", "7,wg,64", "8,gw,64"})
    void aPictureThatIsToBeTurnedIsSentUpright(int orientation, String top, int width) throws IOException {
        byte[] jpeg = turned(orientation);

        for (ImageLimits limits : new ImageLimits[] {ImageLimits.USUAL, new ImageLimits(48, 1 << 20)}) {
            SentImage sent = SentImage.of(jpeg, limits);
            BufferedImage seen = seen(sent);

            assertThat(seen.getWidth())
                    .isEqualTo(sent.width())
                    .isEqualTo(limits.longestSide() == 48 ? width / 2 : width);
            assertThat("" + colour(seen, 0.25, 0.25) + colour(seen, 0.75, 0.25)).isEqualTo(top);
        }
    }

    private static BufferedImage seen(SentImage sent) throws IOException {
        String data = sent.dataUrl().replaceFirst("^[^,]*,", "");
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(data)));
    }

    private static char colour(BufferedImage picture, double x, double y) {
        Color there = new Color(picture.getRGB((int) (x * picture.getWidth()), (int) (y * picture.getHeight())));
        return COLOURS.entrySet().stream()
                .filter(named -> Math.abs(named.getValue().getRed() - there.getRed())
                                + Math.abs(named.getValue().getGreen() - there.getGreen())
                                + Math.abs(named.getValue().getBlue() - there.getBlue())
                        < 120)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse('?');
    }

    private static BufferedImage plain(Color colour) {
        return painted(colour, colour, colour, colour);
    }

    private static BufferedImage painted(Color... quarters) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        for (int i = 0; i < quarters.length; i++) {
            graphics.setColor(quarters[i]);
            graphics.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        graphics.dispose();
        return picture;
    }

    private static byte[] turned(int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(painted(Color.RED, Color.GREEN, Color.BLUE, Color.WHITE), "jpeg", plain);
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .array();
        byte[] jpeg = plain.toByteArray();
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static byte[] animation(BufferedImage... pictures) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (BufferedImage picture : pictures) {
                writer.writeToSequence(new IIOImage(picture, null, null), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

package dev.rewarddesk.embedded.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class BoxScalerTest {

    @Property(tries = 200)
    void aPictureOfOneColourStaysThatColour(
            @ForAll int colour,
            @ForAll @IntRange(min = 1, max = 60) int width,
            @ForAll @IntRange(min = 1, max = 60) int height,
            @ForAll @IntRange(min = 1, max = 80) int newWidth,
            @ForAll @IntRange(min = 1, max = 80) int newHeight) {
        int opaque = colour | 0xFF000000;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, opaque);
            }
        }

        BufferedImage scaled = BoxScaler.scaled(picture, newWidth, newHeight);

        assertThat(scaled.getWidth()).isEqualTo(newWidth);
        assertThat(scaled.getHeight()).isEqualTo(newHeight);
        assertThat(scaled.getRGB(0, 0)).isEqualTo(opaque);
        assertThat(scaled.getRGB(newWidth - 1, newHeight - 1)).isEqualTo(opaque);
    }

    @Test
    void fourPixelsBecomeTheirMean() {
        BufferedImage picture = new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, 0xFF0000);
        picture.setRGB(1, 0, 0x000000);
        picture.setRGB(0, 1, 0x0000FF);
        picture.setRGB(1, 1, 0x0000FF);

        assertThat(BoxScaler.scaled(picture, 1, 1).getRGB(0, 0)).isEqualTo(0xFF400080);
    }

    @Test
    void whatIsTransparentGivesNoColour() {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        picture.setRGB(0, 0, 0xFF112233);
        picture.setRGB(1, 0, 0x00FFFFFF);

        assertThat(BoxScaler.scaled(picture, 1, 1).getRGB(0, 0)).isEqualTo(0x80112233);
    }

    @Test
    void theLastRowAndColumnCount() {
        BufferedImage picture = new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(2, 2, 0xFFFFFF);

        assertThat(BoxScaler.scaled(picture, 1, 1).getRGB(0, 0) & 0xFF).isEqualTo(28);
    }
}

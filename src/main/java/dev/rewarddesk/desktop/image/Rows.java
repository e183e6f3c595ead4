package dev.rewarddesk.desktop.image;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;

/** The rows of an image of any kind, as premultiplied ARGB, some at a time. */
abstract sealed class Rows implements AutoCloseable {

    /** @param most the most rows that are asked for at a time */
    static Rows of(BufferedImage image, int most) {
        ColorModel colours = image.getColorModel();
        boolean plain =
                image.getType() != BufferedImage.TYPE_CUSTOM && image.getType() != BufferedImage.TYPE_USHORT_GRAY;
        return !plain && colours.getColorSpace().getType() == ColorSpace.TYPE_GRAY
                ? new Grey(image, most)
                : new Drawn(image, most);
    }

    /** The rows from one on, valid until asked for others. */
    abstract int[] from(int top, int count);

    @Override
    public abstract void close();

    private static final class Drawn extends Rows {
        private final BufferedImage image;
        private final int[] pixels;
        private final Graphics2D pen;

        Drawn(BufferedImage image, int most) {
            this.image = image;
            BufferedImage band = new BufferedImage(image.getWidth(), most, BufferedImage.TYPE_INT_ARGB_PRE);
            pixels = ((DataBufferInt) band.getRaster().getDataBuffer()).getData();
            pen = band.createGraphics();
            pen.setComposite(AlphaComposite.Src);
        }

        @Override
        int[] from(int top, int count) {
            pen.drawImage(image, 0, -top, null);
            return pixels;
        }

        @Override
        public void close() {
            pen.dispose();
        }
    }

    /** Java takes grey samples of its less usual kinds for linear light and would show them too bright. */
    private static final class Grey extends Rows {
        private final BufferedImage image;
        private final int bands;
        private final int excessBits;
        private final int[] pixels;

        Grey(BufferedImage image, int most) {
            this.image = image;
            bands = image.getRaster().getNumBands();
            excessBits = image.getColorModel().getComponentSize(0) - 8;
            pixels = new int[image.getWidth() * most];
        }

        @Override
        int[] from(int top, int count) {
            int[] samples = image.getRaster().getPixels(0, top, image.getWidth(), count, (int[]) null);
            for (int i = 0; i < image.getWidth() * count; i++) {
                int alpha = bands > 1 ? samples[i * bands + 1] >> excessBits : 255;
                int grey = (samples[i * bands] >> excessBits) * alpha / 255;
                pixels[i] = (alpha << 24) | (grey * 0x010101);
            }
            return pixels;
        }

        @Override
        public void close() {}
    }
}

package dev.rewarddesk.bench;

import dev.rewarddesk.collect.inspect.TestPictures;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.util.List;
import java.util.Random;

/**
 * What sites do to a picture that stays the same picture.
 *
 * @param kind of which results are told together
 * @param quality of the JPEG that it is stored as, from 0 to 1
 */
record Alteration(String kind, String name, Change change, float quality) {

    /** What is done to a picture, by chance within bounds where it is done by chance. */
    interface Change {
        BufferedImage of(BufferedImage image, Random chance);
    }

    private static final float GOOD = 0.9f;

    static final List<Alteration> ALL = List.of(
            resized(0.75),
            resized(0.5),
            resized(0.25),
            resized(1.5),
            recompressed(0.75f),
            recompressed(0.5f),
            recompressed(0.25f),
            cropped(0.01),
            cropped(0.02),
            cropped(0.03),
            cropped(0.04),
            cropped(0.05),
            lighter("20 % darker", 0.8f, 0),
            lighter("20 % brighter", 1.2f, 0),
            lighter("lifted by 30", 1, 30),
            lighter("less contrast", 0.7f, 40),
            new Alteration("watermark", "word in a corner", (image, _) -> wordInCorner(image), GOOD),
            new Alteration("watermark", "word across, see-through", (image, _) -> wordAcross(image), GOOD),
            new Alteration("watermark", "bar below, 6 %", (image, _) -> bar(image), GOOD),
            new Alteration(
                    "together",
                    "half size, word, brighter",
                    (image, _) -> wordInCorner(scaled(rescaled(image, 1.1f, 0), 0.5)),
                    0.6f),
            new Alteration(
                    "together",
                    "cropped by up to 3 %, 60 % size",
                    (image, chance) -> scaled(cut(image, 0.03, chance), 0.6),
                    0.6f));

    /** The picture after it, as a file. */
    byte[] of(BufferedImage image, Random chance) {
        return jpeg(change.of(image, chance), quality);
    }

    static byte[] jpeg(BufferedImage image, float quality) {
        return TestPictures.lossy(image, "jpeg", quality, false);
    }

    private static Alteration resized(double factor) {
        return new Alteration(
                "resize", "to " + Math.round(factor * 100) + " %", (image, _) -> scaled(image, factor), GOOD);
    }

    private static Alteration recompressed(float quality) {
        return new Alteration("recompress", "JPEG " + Math.round(quality * 100), (image, _) -> image, quality);
    }

    private static Alteration cropped(double most) {
        return new Alteration(
                "crop",
                "each side by up to " + Math.round(most * 100) + " %",
                (image, chance) -> cut(image, most, chance),
                GOOD);
    }

    private static Alteration lighter(String name, float factor, float lift) {
        return new Alteration("brightness", name, (image, _) -> rescaled(image, factor, lift), GOOD);
    }

    private static BufferedImage scaled(BufferedImage image, double factor) {
        BufferedImage now = image;
        double left = factor;
        // Halved as often as it goes: going further at once leaves pixels out.
        while (left < 0.5) {
            now = sized(now, now.getWidth() / 2, now.getHeight() / 2);
            left *= 2;
        }
        return sized(now, (int) Math.round(now.getWidth() * left), (int) Math.round(now.getHeight() * left));
    }

    private static BufferedImage sized(BufferedImage image, int width, int height) {
        BufferedImage sized = new BufferedImage(Math.max(1, width), Math.max(1, height), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = sized.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, 0, 0, sized.getWidth(), sized.getHeight(), null);
        pen.dispose();
        return sized;
    }

    private static BufferedImage cut(BufferedImage image, double most, Random chance) {
        int left = (int) Math.round(image.getWidth() * most * chance.nextDouble());
        int top = (int) Math.round(image.getHeight() * most * chance.nextDouble());
        int right = (int) Math.round(image.getWidth() * most * chance.nextDouble());
        int bottom = (int) Math.round(image.getHeight() * most * chance.nextDouble());
        return copy(image.getSubimage(left, top, image.getWidth() - left - right, image.getHeight() - top - bottom));
    }

    private static BufferedImage rescaled(BufferedImage image, float factor, float lift) {
        return new RescaleOp(factor, lift, null).filter(copy(image), null);
    }

    private static BufferedImage wordInCorner(BufferedImage image) {
        return written(image, "© example", image.getHeight() / 18, 0.02, 0.97, 0.9f);
    }

    private static BufferedImage wordAcross(BufferedImage image) {
        return written(image, "PREVIEW", image.getWidth() / 6, 0.12, 0.55, 0.3f);
    }

    private static BufferedImage written(
            BufferedImage image, String word, int size, double left, double bottom, float opacity) {
        BufferedImage marked = copy(image);
        Graphics2D pen = marked.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setComposite(AlphaComposite.SrcOver.derive(opacity));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, size));
        int x = (int) (image.getWidth() * left);
        int y = (int) (image.getHeight() * bottom);
        pen.setColor(Color.BLACK);
        pen.drawString(word, x + 1, y + 1);
        pen.setColor(Color.WHITE);
        pen.drawString(word, x, y);
        pen.dispose();
        return marked;
    }

    private static BufferedImage bar(BufferedImage image) {
        BufferedImage marked = copy(image);
        int high = (int) (image.getHeight() * 0.06);
        Graphics2D pen = marked.createGraphics();
        pen.setColor(Color.BLACK);
        pen.fillRect(0, image.getHeight() - high, image.getWidth(), high);
        pen.setColor(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(6, high * 2 / 3)));
        pen.drawString("example.org", 4, image.getHeight() - high / 4);
        pen.dispose();
        return marked;
    }

    private static BufferedImage copy(BufferedImage image) {
        return sized(image, image.getWidth(), image.getHeight());
    }
}

package dev.rewarddesk.sample.brush;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A shape with a blurred edge, in device pixels. */
final class SoftShape {
    /** Blurring works on a reduced copy: a blur hides the lost detail, and large pictures stay quick. */
    private static final double WORKING_RADIUS = 8;

    private final Shape shape;
    private final double reach;
    private final Color color;

    SoftShape(Shape shape, double reach, Color color) {
        this.shape = shape;
        this.reach = Math.max(0.5, reach);
        this.color = color;
    }

    void drawOn(Graphics2D graphics) {
        double reduction = Math.max(1, reach / WORKING_RADIUS);
        Rectangle2D box = shape.getBounds2D();
        double margin = reach + 2 * reduction;
        double left = box.getMinX() - margin;
        double top = box.getMinY() - margin;
        int width = (int) Math.ceil((box.getWidth() + 2 * margin) / reduction);
        int height = (int) Math.ceil((box.getHeight() + 2 * margin) / reduction);
        BufferedImage blurred = blurred(left, top, width, height, reduction);

        Graphics2D part = (Graphics2D) graphics.create();
        part.setTransform(new AffineTransform(reduction, 0, 0, reduction, left, top));
        part.drawImage(blurred, 0, 0, null);
        part.dispose();
    }

    private BufferedImage blurred(double left, double top, int width, int height, double reduction) {
        BufferedImage mask = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = mask.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(1 / reduction, 1 / reduction);
        pen.translate(-left, -top);
        pen.setColor(Color.WHITE);
        pen.fill(shape);
        pen.dispose();

        float[] cover = new float[width * height];
        mask.getRaster().getSamples(0, 0, width, height, 0, cover);
        int radius = Math.max(1, (int) Math.round(reach / reduction / 3));
        for (int pass = 0; pass < 3; pass++) {
            // Three box blurs are close to a Gaussian.
            cover = boxBlur(cover, width, height, radius);
        }
        int rgb = color.getRGB() & 0xFFFFFF;
        int[] pixels = new int[cover.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = Math.round(cover[i] / 255 * color.getAlpha()) << 24 | rgb;
        }
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }

    private static float[] boxBlur(float[] from, int width, int height, int radius) {
        float[] rows = new float[from.length];
        for (int y = 0; y < height; y++) {
            slide(from, rows, y * width, 1, width, radius);
        }
        float[] both = new float[from.length];
        for (int x = 0; x < width; x++) {
            slide(rows, both, x, width, height, radius);
        }
        return both;
    }

    private static void slide(float[] from, float[] to, int start, int step, int count, int radius) {
        float sum = 0;
        for (int i = 0; i < Math.min(radius, count); i++) {
            sum += from[start + i * step];
        }
        for (int i = 0; i < count; i++) {
            if (i + radius < count) {
                sum += from[start + (i + radius) * step];
            }
            if (i - radius - 1 >= 0) {
                sum -= from[start + (i - radius - 1) * step];
            }
            to[start + i * step] = sum / (2 * radius + 1);
        }
    }
}

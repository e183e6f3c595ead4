package dev.rewarddesk.sample.brush;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** A drawing surface in units of its own, so that a scene can be exported at any size. */
public final class Canvas {
    private final Graphics2D graphics;
    private final double width;
    private final double height;

    private Canvas(Graphics2D graphics, double width, double height) {
        this.graphics = graphics;
        this.width = width;
        this.height = height;
    }

    /** Paints a drawing, made in units of which the image is {@code width} wide, over the whole image. */
    public static void paint(BufferedImage image, double width, Drawing drawing) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        double scale = image.getWidth() / width;
        graphics.scale(scale, scale);
        drawing.on(new Canvas(graphics, width, image.getHeight() / scale));
        graphics.dispose();
    }

    /** The width in drawing units. */
    public double width() {
        return width;
    }

    /** The height in drawing units. */
    public double height() {
        return height;
    }

    /** Fills a shape. */
    public void fill(Shape shape, Paint paint) {
        graphics.setPaint(paint);
        graphics.fill(shape);
    }

    /** Fills a shape from a colour at its top to one at its bottom. */
    public void down(Shape shape, Color top, Color bottom) {
        Rectangle2D box = shape.getBounds2D();
        fill(shape, new GradientPaint(0, (float) box.getMinY(), top, 0, (float) box.getMaxY(), bottom));
    }

    /** Fills a shape from a colour at its left to one at its right. */
    public void across(Shape shape, Color left, Color right) {
        Rectangle2D box = shape.getBounds2D();
        fill(shape, new GradientPaint((float) box.getMinX(), 0, left, (float) box.getMaxX(), 0, right));
    }

    /** Fills a shape as something round, lit from the upper left. */
    public void ball(Shape shape, Color color) {
        Rectangle2D box = shape.getBounds2D();
        double r = Math.max(box.getWidth(), box.getHeight()) * 0.75;
        fill(
                shape,
                new RadialGradientPaint(
                        (float) (box.getMinX() + box.getWidth() * 0.34),
                        (float) (box.getMinY() + box.getHeight() * 0.3),
                        (float) r,
                        new float[] {0, 0.45f, 1},
                        new Color[] {Palette.light(color, 0.32), color, Palette.dark(color, 0.28)}));
    }

    /** A soft spot of light that fades out at radius r. */
    public void glow(double cx, double cy, double r, Color color) {
        fill(
                new Ellipse2D.Double(cx - r, cy - r, 2 * r, 2 * r),
                new RadialGradientPaint((float) cx, (float) cy, (float) r, new float[] {0, 1}, new Color[] {
                    color, Palette.clear(color, 0)
                }));
    }

    /** Draws along a shape with a round pen. */
    public void line(Shape shape, double pen, Color color) {
        graphics.setPaint(color);
        graphics.setStroke(new BasicStroke((float) pen, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(shape);
    }

    /** Draws along a shape with a round pen, in dashes. */
    public void dashes(Shape shape, double pen, Color color, double on, double off) {
        graphics.setPaint(color);
        graphics.setStroke(new BasicStroke(
                (float) pen,
                BasicStroke.CAP_ROUND,
                BasicStroke.JOIN_ROUND,
                10,
                new float[] {(float) on, (float) off},
                0));
        graphics.draw(shape);
    }

    /** The soft shadow a shape throws, moved by dx, dy and blurred over the given distance. */
    public void shadow(Shape shape, double dx, double dy, double blur, double opacity) {
        mist(Forms.moved(shape, dx, dy), blur, Palette.clear(new Color(0x1E1B3A), opacity));
    }

    /** Fills a shape whose edge is blurred over the given distance. */
    public void mist(Shape shape, double blur, Color color) {
        AffineTransform toDevice = graphics.getTransform();
        double reach = blur * Math.sqrt(Math.abs(toDevice.getDeterminant()));
        new SoftShape(toDevice.createTransformedShape(shape), reach, color).drawOn(graphics);
    }

    /** Draws only inside a shape. */
    public void inside(Shape limit, Drawing drawing) {
        Graphics2D part = (Graphics2D) graphics.create();
        part.clip(limit);
        drawing.on(new Canvas(part, width, height));
        part.dispose();
    }

    /** Draws with the origin moved to x, y. */
    public void at(double x, double y, Drawing drawing) {
        at(x, y, 1, 0, drawing);
    }

    /**
     * Draws with the origin moved to x, y, scaled, and turned with the clock; a negative scale mirrors left and right.
     */
    public void at(double x, double y, double scale, double degrees, Drawing drawing) {
        Graphics2D part = (Graphics2D) graphics.create();
        part.translate(x, y);
        part.rotate(Math.toRadians(degrees));
        part.scale(scale, Math.abs(scale));
        drawing.on(new Canvas(part, width, height));
        part.dispose();
    }

    /** Draws everything inside at one opacity, as glass, mist and reflections need. */
    public void veil(double opacity, Drawing drawing) {
        Graphics2D part = (Graphics2D) graphics.create();
        part.setComposite(AlphaComposite.SrcOver.derive((float) opacity));
        drawing.on(new Canvas(part, width, height));
        part.dispose();
    }
}

package dev.rewarddesk.sample.brush;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** Shapes by name, so that a scene reads as what it shows. */
public final class Forms {
    private Forms() {}

    /** A circle around a centre. */
    public static Shape circle(double cx, double cy, double r) {
        return oval(cx, cy, r, r);
    }

    /** An upright ellipse around a centre. */
    public static Shape oval(double cx, double cy, double rx, double ry) {
        return new Ellipse2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry);
    }

    /** A rectangle from its top left corner. */
    public static Shape box(double x, double y, double w, double h) {
        return new Rectangle2D.Double(x, y, w, h);
    }

    /** A rectangle with round corners of radius r. */
    public static Shape round(double x, double y, double w, double h, double r) {
        return new RoundRectangle2D.Double(x, y, w, h, 2 * r, 2 * r);
    }

    /** A straight line. */
    public static Shape line(double x1, double y1, double x2, double y2) {
        return new Line2D.Double(x1, y1, x2, y2);
    }

    /** An open arc; degrees count against the clock from three o'clock. */
    public static Shape arc(double cx, double cy, double r, double start, double extent) {
        return new Arc2D.Double(cx - r, cy - r, 2 * r, 2 * r, start, extent, Arc2D.OPEN);
    }

    /** A slice of an ellipse, closed by its chord. */
    public static Shape segment(double cx, double cy, double rx, double ry, double start, double extent) {
        return new Arc2D.Double(cx - rx, cy - ry, 2 * rx, 2 * ry, start, extent, Arc2D.CHORD);
    }

    /** A closed polygon from x, y pairs. */
    public static Path2D poly(double... xy) {
        Path2D path = open(xy);
        path.closePath();
        return path;
    }

    /** An open polyline from x, y pairs. */
    public static Path2D open(double... xy) {
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        for (int i = 2; i < xy.length; i += 2) {
            path.lineTo(xy[i], xy[i + 1]);
        }
        return path;
    }

    /** An open curve running smoothly through all x, y pairs. */
    public static Path2D curve(double... xy) {
        return spline(false, xy);
    }

    /** A closed curve running smoothly through all x, y pairs. */
    public static Path2D blob(double... xy) {
        return spline(true, xy);
    }

    /** Land: a smooth upper edge through x, y pairs, filled down to the given level. */
    public static Path2D land(double bottom, double... xy) {
        Path2D path = curve(xy);
        path.lineTo(xy[xy.length - 2], bottom);
        path.lineTo(xy[0], bottom);
        path.closePath();
        return path;
    }

    /** A leaf or flame between two tips, bulging by a share of its length. */
    public static Path2D leaf(double x1, double y1, double x2, double y2, double bulge) {
        double mx = (x1 + x2) / 2;
        double my = (y1 + y2) / 2;
        double nx = -(y2 - y1) * bulge;
        double ny = (x2 - x1) * bulge;
        Path2D path = new Path2D.Double();
        path.moveTo(x1, y1);
        path.quadTo(mx + nx, my + ny, x2, y2);
        path.quadTo(mx - nx, my - ny, x1, y1);
        path.closePath();
        return path;
    }

    /** A star with its first point straight up. */
    public static Path2D star(double cx, double cy, double outer, double inner, int points) {
        double[] xy = new double[points * 4];
        for (int i = 0; i < points * 2; i++) {
            double r = i % 2 == 0 ? outer : inner;
            double angle = Math.PI * i / points - Math.PI / 2;
            xy[2 * i] = cx + r * Math.cos(angle);
            xy[2 * i + 1] = cy + r * Math.sin(angle);
        }
        return poly(xy);
    }

    /** A cloud with a flat bottom at y, w wide. */
    public static Shape cloud(double x, double y, double w) {
        return join(
                round(x, y - w * 0.2, w, w * 0.2, w * 0.1),
                circle(x + w * 0.28, y - w * 0.2, w * 0.16),
                circle(x + w * 0.52, y - w * 0.26, w * 0.22),
                circle(x + w * 0.75, y - w * 0.17, w * 0.14));
    }

    /** The outline of a line drawn with a round pen. */
    public static Shape pen(Shape shape, double width) {
        return new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND).createStrokedShape(shape);
    }

    /** All shapes as one. */
    public static Area join(Shape... shapes) {
        Area area = new Area();
        for (Shape shape : shapes) {
            area.add(new Area(shape));
        }
        return area;
    }

    /** The first shape without the second. */
    public static Area cut(Shape shape, Shape hole) {
        Area area = new Area(shape);
        area.subtract(new Area(hole));
        return area;
    }

    /** What two shapes have in common. */
    public static Area within(Shape shape, Shape limit) {
        Area area = new Area(shape);
        area.intersect(new Area(limit));
        return area;
    }

    /** The shape turned with the clock around a point. */
    public static Shape turned(Shape shape, double cx, double cy, double degrees) {
        return AffineTransform.getRotateInstance(Math.toRadians(degrees), cx, cy)
                .createTransformedShape(shape);
    }

    /** The shape somewhere else. */
    public static Shape moved(Shape shape, double dx, double dy) {
        return AffineTransform.getTranslateInstance(dx, dy).createTransformedShape(shape);
    }

    private static Path2D spline(boolean closed, double... xy) {
        int count = xy.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(xy[0], xy[1]);
        int spans = closed ? count : count - 1;
        for (int i = 0; i < spans; i++) {
            int before = closed ? (i + count - 1) % count : Math.max(0, i - 1);
            int next = (i + 1) % count;
            int after = closed ? (i + 2) % count : Math.min(count - 1, i + 2);
            // Catmull-Rom tangents written as Bézier handles.
            path.curveTo(
                    xy[2 * i] + (xy[2 * next] - xy[2 * before]) / 6,
                    xy[2 * i + 1] + (xy[2 * next + 1] - xy[2 * before + 1]) / 6,
                    xy[2 * next] - (xy[2 * after] - xy[2 * i]) / 6,
                    xy[2 * next + 1] - (xy[2 * after + 1] - xy[2 * i + 1]) / 6,
                    xy[2 * next],
                    xy[2 * next + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }
}

package dev.rewarddesk.desktop.chart;

import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.jspecify.annotations.Nullable;

/** A mean as a dot and its interval as a whisker, with a line at zero. Without a mean, only that line is there. */
public final class IntervalBar extends Region {

    private static final double WIDTH = 150;
    private static final double HEIGHT = 18;
    private static final double CAP = 4;
    private static final double MARGIN = 5;

    private final Axis axis;
    private final Line track = line("interval-track");
    private final Line zero = line("interval-zero");
    private final Line range = line("interval-range");
    private final Line start = line("interval-range");
    private final Line end = line("interval-range");
    private final Circle dot = new Circle(4);
    private @Nullable Double mean;
    private @Nullable Double low;
    private @Nullable Double high;

    private IntervalBar(Axis axis) {
        this.axis = axis;
        getStyleClass().add("interval-bar");
        dot.getStyleClass().add("interval-dot");
        getChildren().addAll(track, zero, range, start, end, dot);
        show(null, null, null);
    }

    /** For a mean score. */
    public static IntervalBar ofScore() {
        return new IntervalBar(Axis.SCORES);
    }

    /**
     * For a difference.
     *
     * @param reach how far from zero both edges are
     */
    public static IntervalBar ofDifference(double reach) {
        return new IntervalBar(new Axis(-reach, reach));
    }

    /** Shows a mean and its interval; null is what is not known. What is beyond an edge has no cap there. */
    public IntervalBar show(@Nullable Double newMean, @Nullable Double newLow, @Nullable Double newHigh) {
        mean = newMean;
        low = newLow;
        high = newHigh;
        dot.setVisible(newMean != null);
        range.setVisible(newLow != null && newHigh != null);
        start.setVisible(newLow != null && newHigh != null && axis.holds(newLow));
        end.setVisible(newLow != null && newHigh != null && axis.holds(newHigh));
        requestLayout();
        return this;
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return WIDTH / 2;
    }

    @Override
    protected double computeMinHeight(double width) {
        return HEIGHT;
    }

    @Override
    protected void layoutChildren() {
        double middle = Math.round(getHeight() / 2) + 0.5;
        place(track, MARGIN, middle, getWidth() - MARGIN, middle);
        upright(zero, at(0), 0, getHeight());
        Double from = low;
        Double to = high;
        if (from != null && to != null) {
            place(range, at(from), middle, at(to), middle);
            upright(start, at(from), middle - CAP, middle + CAP);
            upright(end, at(to), middle - CAP, middle + CAP);
        }
        Double centre = mean;
        if (centre != null) {
            dot.setCenterX(at(centre));
            dot.setCenterY(middle);
        }
    }

    private double at(double value) {
        return MARGIN + axis.place(value, getWidth() - 2 * MARGIN);
    }

    private static void upright(Line line, double x, double top, double bottom) {
        double sharp = Math.round(x) + 0.5;
        place(line, sharp, top, sharp, bottom);
    }

    private static void place(Line line, double fromX, double fromY, double toX, double toY) {
        line.setStartX(fromX);
        line.setStartY(fromY);
        line.setEndX(toX);
        line.setEndY(toY);
    }

    private static Line line(String style) {
        Line line = new Line();
        line.getStyleClass().add(style);
        return line;
    }
}

package dev.rewarddesk.desktop.chart;

import dev.rewarddesk.desktop.text.Texts;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import org.jspecify.annotations.Nullable;

/**
 * Two distributions of scores drawn over each other, each as shares of its own whole: the first as filled bars, the second as an
 * outline. Their means are lines across, the second one's dashed.
 */
public final class Distributions extends Chart {

    private static final double WIDTH = 480;
    private static final double HEIGHT = 210;
    private static final double BOTTOM = 22;
    private static final double TOP = 18;
    private static final double[] TICKS = {-1, -0.5, 0, 0.5, 1};

    private final Path filled = new Path();
    private final Path outline = new Path();
    private final Line ground = new Line();
    private final Line firstMean = new Line();
    private final Line secondMean = new Line();
    private final Label highest = new Label();
    private final List<Label> ticks = DoubleStream.of(TICKS)
            .mapToObj(tick -> new Label(Figures.tick(tick)))
            .toList();
    private Sample first = new Sample(List.of(), null);
    private Sample second = new Sample(List.of(), null);

    public Distributions() {
        super("distributions", WIDTH, HEIGHT);
        filled.getStyleClass().add("distribution-filled");
        outline.getStyleClass().add("distribution-outline");
        ground.getStyleClass().add("distribution-ground");
        firstMean.getStyleClass().addAll("distribution-mean", "first");
        secondMean.getStyleClass().addAll("distribution-mean", "second");
        highest.getStyleClass().add("chart-label");
        ticks.forEach(tick -> tick.getStyleClass().add("chart-label"));
        getChildren().addAll(filled, outline, ground, firstMean, secondMean, highest);
        getChildren().addAll(ticks);
    }

    /** Shows these two. */
    public void show(Sample newFirst, Sample newSecond) {
        first = newFirst;
        second = newSecond;
        firstMean.setVisible(first.mean() != null);
        secondMean.setVisible(second.mean() != null);
        highest.setVisible(peak() > 0);
        highest.setText(Texts.of("chart.share", peak()));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double bottom = Math.round(getHeight() - BOTTOM) + 0.5;
        ground.setEndX(getWidth());
        ground.setStartY(bottom);
        ground.setEndY(bottom);
        draw(filled, first, bottom);
        draw(outline, second, bottom);
        placeMean(firstMean, first, bottom);
        placeMean(secondMean, second, bottom);
        for (int i = 0; i < TICKS.length; i++) {
            Label label = ticks.get(i);
            label.autosize();
            double room = getWidth() - label.getWidth();
            label.relocate(Math.clamp(at(TICKS[i]) - label.getWidth() / 2, 0, Math.max(0, room)), bottom + 4);
        }
        highest.autosize();
        highest.relocate(0, 0);
    }

    // Steps, so that the outline is one line around all bars and hides none of the filled ones.
    private void draw(Path path, Sample sample, double bottom) {
        path.getElements().clear();
        if (sample.total() == 0) {
            return;
        }
        int steps = sample.counts().size();
        double width = getWidth() / steps;
        double most = peak();
        path.getElements().add(new MoveTo(0, bottom));
        for (int step = 0; step < steps; step++) {
            double y = bottom - (bottom - TOP) * sample.share(step) / most;
            path.getElements().add(new LineTo(step * width, y));
            path.getElements().add(new LineTo((step + 1) * width, y));
        }
        path.getElements().addAll(new LineTo(getWidth(), bottom), new ClosePath());
    }

    private void placeMean(Line line, Sample sample, double bottom) {
        Double mean = sample.mean();
        if (mean != null) {
            double x = Math.round(at(mean)) + 0.5;
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(TOP - 8);
            line.setEndY(bottom);
        }
    }

    // A score of -1 is in the middle of the first step.
    private double at(double score) {
        double half = getWidth() / Math.max(1, first.counts().size()) / 2;
        return half + Axis.SCORES.place(score, getWidth() - 2 * half);
    }

    private double peak() {
        return Math.max(first.peak(), second.peak());
    }

    /**
     * Scores, counted.
     *
     * @param counts how many there are in each of equal steps, the first around -1 and the last around 1
     * @param mean null where there is none
     */
    public record Sample(List<Long> counts, @Nullable Double mean) {

        /** Keeps its own copy. */
        public Sample {
            counts = List.copyOf(counts);
        }

        long total() {
            return counts.stream().mapToLong(Long::longValue).sum();
        }

        double share(int step) {
            return (double) counts.get(step) / total();
        }

        double peak() {
            return total() == 0
                    ? 0
                    : IntStream.range(0, counts.size())
                            .mapToDouble(this::share)
                            .max()
                            .orElse(0);
        }
    }
}

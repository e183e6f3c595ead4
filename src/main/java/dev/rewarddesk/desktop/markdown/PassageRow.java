package dev.rewarddesk.desktop.markdown;

import dev.rewarddesk.desktop.markdown.Passage.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** A passage in its place: indented, with the bars of the quotes that it is in and its marker before it. */
final class PassageRow extends Region {

    private static final double STEP = 22;
    private static final double BAR = 3;
    private static final double MARKER_GAP = 7;
    // What is deeper is not moved further: nothing would be left to write on.
    private static final int DEEPEST = 6;

    private final List<Bar> bars = new ArrayList<>();
    private final Optional<Region> marker;
    private final Node content;
    private final double indent;

    PassageRow(List<Level> levels, Optional<Region> marker, Node content) {
        this.marker = marker;
        this.content = content;
        int steps = Math.min(levels.size(), DEEPEST);
        this.indent = steps * STEP;
        for (int step = 0; step < steps; step++) {
            if (levels.get(step) == Level.QUOTE) {
                bars.add(new Bar(step * STEP + BAR, bar()));
            }
        }
        bars.forEach(bar -> getChildren().add(bar.node()));
        marker.ifPresent(getChildren()::add);
        getChildren().add(content);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return indent + content.minWidth(-1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return indent + content.prefWidth(-1);
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double across = width > 0 ? width - indent : -1;
        return snappedTopInset()
                + snappedBottomInset()
                + Math.max(
                        content.prefHeight(across),
                        marker.map(mark -> mark.prefHeight(-1)).orElse(0.0));
    }

    @Override
    protected void layoutChildren() {
        double top = snappedTopInset();
        double across = getWidth() - indent;
        // Through the gap above, so that the bars of one quote are one.
        bars.forEach(bar -> bar.node().resizeRelocate(bar.x(), 0, BAR, getHeight()));
        content.resizeRelocate(indent, top, across, content.prefHeight(across));
        marker.ifPresent(mark -> {
            double wide = mark.prefWidth(-1);
            mark.resizeRelocate(indent - wide - MARKER_GAP, top, wide, mark.prefHeight(-1));
        });
    }

    private static Region bar() {
        Region bar = new Region();
        bar.getStyleClass().add("markdown-quote-bar");
        return bar;
    }

    private record Bar(double x, Region node) {}
}

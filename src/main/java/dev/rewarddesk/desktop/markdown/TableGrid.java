package dev.rewarddesk.desktop.markdown;

import dev.rewarddesk.desktop.control.FlowingText;
import java.util.Arrays;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A table as wide as it needs to be; where that is too wide, the wide columns give way to the narrow ones. */
final class TableGrid extends Region {

    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    private final List<List<FlowingText>> rows;
    private final int columns;

    /** @param rows the heads first */
    TableGrid(List<List<FlowingText>> rows) {
        this.rows = rows;
        this.columns = rows.stream().mapToInt(List::size).max().orElse(0);
        getStyleClass().add("markdown-table");
        rows.forEach(getChildren()::addAll);
        if (!rows.isEmpty()) {
            rows.getFirst().forEach(head -> head.pseudoClassStateChanged(HEAD, true));
        }
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return Arrays.stream(wanted()).sum();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double[] widths = sharing(wanted(), width > 0 ? width : Double.MAX_VALUE);
        return rows.stream().mapToDouble(row -> heightOf(row, widths)).sum();
    }

    @Override
    protected void layoutChildren() {
        double[] widths = sharing(wanted(), getWidth());
        double y = 0;
        for (List<FlowingText> row : rows) {
            double height = heightOf(row, widths);
            double x = 0;
            for (int column = 0; column < row.size(); column++) {
                row.get(column).resizeRelocate(x, y, widths[column], height);
                x += widths[column];
            }
            y += height;
        }
    }

    /** How wide columns are that want so much, where there is only so much. */
    static double[] sharing(double[] wanted, double room) {
        double[] widths = wanted.clone();
        double most = room;
        double left = room;
        int open = wanted.length;
        double[] rising = Arrays.stream(wanted).sorted().toArray();
        // The narrow ones get what they want, the others the same share of the rest.
        for (double one : rising) {
            double share = left / open;
            if (one > share) {
                most = share;
                break;
            }
            left -= one;
            open--;
        }
        for (int column = 0; column < widths.length; column++) {
            widths[column] = Math.floor(Math.min(widths[column], most));
        }
        return widths;
    }

    private double[] wanted() {
        double[] wanted = new double[columns];
        for (List<FlowingText> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                wanted[column] =
                        Math.max(wanted[column], Math.ceil(row.get(column).prefWidth(-1)));
            }
        }
        return wanted;
    }

    private static double heightOf(List<FlowingText> row, double[] widths) {
        double height = 0;
        for (int column = 0; column < row.size(); column++) {
            height = Math.max(height, row.get(column).prefHeight(widths[column]));
        }
        return height;
    }
}

package dev.rewarddesk.desktop.control;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/** A list cell whose row wraps its texts within the list's width instead of widening the list. */
public abstract class WrappingCell<T> extends ListCell<T> {

    // Beside the row: the cell's own padding and the list's scroll bar.
    private static final double BESIDE = 36;

    /** Shows the row. */
    protected final void show(Region row) {
        if (!row.prefWidthProperty().isBound()) {
            row.prefWidthProperty()
                    .bind(listViewProperty()
                            .flatMap(ListView::widthProperty)
                            .map(width -> Math.max(0, width.doubleValue() - BESIDE))
                            .orElse(0.0));
        }
        setGraphic(row);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() instanceof Region row
                ? snapSizeY(row.prefHeight(row.getPrefWidth())) + snappedTopInset() + snappedBottomInset()
                : super.computePrefHeight(width);
    }
}

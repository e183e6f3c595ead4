package dev.rewarddesk.desktop.control;

import javafx.beans.binding.Bindings;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;

/** A list cell whose row wraps its texts within the list's width instead of widening the list. */
public abstract class WrappingCell<T> extends ListCell<T> {

    /** Shows the row. */
    protected final void show(Region row) {
        if (!row.prefWidthProperty().isBound()) {
            row.prefWidthProperty()
                    .bind(Bindings.createDoubleBinding(
                            () -> Math.max(0, getWidth() - snappedLeftInset() - snappedRightInset()),
                            widthProperty(),
                            insetsProperty()));
        }
        setGraphic(row);
    }

    // The list makes a cell as wide as itself when the cell asks for less.
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

package dev.rewarddesk.desktop.control;

import javafx.scene.control.Labeled;

/** Wrapping of labels whose text comes from people or programs elsewhere. */
public final class Wrapping {

    private Wrapping() {}

    /** Wraps the text where JavaFX can; where it would fail (see {@link LineBreaks}), one line ends with an ellipsis. */
    public static void whereSafe(Labeled label) {
        label.wrapTextProperty().bind(label.textProperty().map(text -> !LineBreaks.areNeeded(text)));
    }
}

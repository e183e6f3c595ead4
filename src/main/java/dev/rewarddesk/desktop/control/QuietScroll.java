package dev.rewarddesk.desktop.control;

import javafx.scene.control.ScrollPane;

/** Scrolls what is taller than it, and never takes the focus from where the keys go. */
public final class QuietScroll extends ScrollPane {

    public QuietScroll() {
        getStyleClass().add("quiet-scroll");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
    }

    /** Does nothing: a click on it is no wish to write there. */
    @Override
    public void requestFocus() {}
}

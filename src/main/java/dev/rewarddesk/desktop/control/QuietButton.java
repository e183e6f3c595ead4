package dev.rewarddesk.desktop.control;

import javafx.scene.control.Button;

/** A button for the mouse alone, whose key works everywhere: pressing it leaves the focus where the keys go. */
public final class QuietButton extends Button {

    public QuietButton() {
        setFocusTraversable(false);
    }

    /** Does nothing. */
    @Override
    public void requestFocus() {}
}

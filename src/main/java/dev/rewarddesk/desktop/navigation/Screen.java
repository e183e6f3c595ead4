package dev.rewarddesk.desktop.navigation;

import javafx.scene.Parent;

/** What is shown at a route. Made when first gone to, then kept. */
public interface Screen {

    /** The same node at every call. */
    Parent root();

    /** The screen is in view now: load what may have changed, and put the focus where work starts. */
    default void onShow() {}

    /** Another screen is in view now: stop timers. */
    default void onHide() {}

    /** Whether the screen may be left now; a screen that says no tells the person why. */
    default boolean mayLeave() {
        return true;
    }

    /**
     * The same, for a screen that asks first.
     *
     * @param leave goes on leaving; run it when the person agrees, after a no
     */
    default boolean mayLeave(Runnable leave) {
        return mayLeave();
    }
}

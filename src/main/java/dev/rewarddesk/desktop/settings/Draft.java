package dev.rewarddesk.desktop.settings;

/** Something entered on the settings screen that is saved by a button of its own. */
interface Draft {

    /** Whether something was entered that is neither saved nor being saved. */
    boolean unsaved();

    /** Puts back what the workspace has. */
    void discard();
}

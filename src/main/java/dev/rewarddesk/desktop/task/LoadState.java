package dev.rewarddesk.desktop.task;

/** Where the loading of what a screen shows stands. */
public enum LoadState {
    LOADING,
    LOADED,
    FAILED
}

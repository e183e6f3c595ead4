package dev.rewarddesk.collect.journal;

/** How far a run is. */
public enum SessionState {
    /** Under way, or cut off by the end of its process. */
    RUNNING,
    /** Stopped on request; what waits can go on. */
    STOPPED,
    /** It reached one of the bounds that it was given; with wider ones it can go on. */
    BOUNDED,
    /** Something failed that is not the sites' fault; it can go on when that is mended. */
    FAILED,
    /** Nothing is left to do. */
    DONE
}

package dev.rewarddesk.desktop.review;

/**
 * Something the reviewer has to know, above the item until it is closed or no longer true.
 *
 * @param lost what the reviewer had entered and the workspace did not take, to be copied; empty where nothing was lost
 */
public record Banner(Kind kind, String text, String lost) {

    /** How it is to be taken. */
    public enum Kind {
        /** Something did not work and can be tried again; nothing was lost. */
        TROUBLE,
        /** Something is over and cannot be tried again. */
        NOTICE
    }
}

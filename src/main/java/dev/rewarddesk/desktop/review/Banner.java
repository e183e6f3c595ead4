package dev.rewarddesk.desktop.review;

/** Something the reviewer has to know, above the item until it is closed or no longer true. */
public record Banner(Kind kind, String text) {

    /** How it is to be taken. */
    public enum Kind {
        /** Something did not work and can be tried again; nothing was lost. */
        TROUBLE,
        /** Something happened elsewhere that concerns this reviewer. */
        NOTICE
    }
}

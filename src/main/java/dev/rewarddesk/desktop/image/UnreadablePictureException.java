package dev.rewarddesk.desktop.image;

import org.jspecify.annotations.Nullable;

/** Bytes that cannot be shown as a picture. The message is for logs; people are told the {@link Reason}. */
public final class UnreadablePictureException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnreadablePictureException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** What is wrong with the bytes. */
    public Reason reason() {
        return reason;
    }

    /** What can be wrong with the bytes of a picture. */
    public enum Reason {
        /** Not JPEG, PNG, WebP or GIF, whatever the name says. */
        NOT_A_PICTURE,
        /** Begins as a picture and is cut off or spoilt. */
        DAMAGED,
        /** More pixels than can be shown. */
        TOO_LARGE
    }
}

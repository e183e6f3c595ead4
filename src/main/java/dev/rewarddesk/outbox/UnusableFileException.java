package dev.rewarddesk.outbox;

import java.io.Serial;
import java.nio.file.Path;

/** The file is there and cannot be worked with. */
final class UnusableFileException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Why why;

    /** What is wrong with it. */
    enum Why {
        /** Something in it is not as it was written, or it was not written by this program. */
        DAMAGED,
        /** A newer version of this program has written it. */
        NEWER
    }

    UnusableFileException(Why why, Path file) {
        super(why + ": " + file);
        this.why = why;
    }

    Why why() {
        return why;
    }
}

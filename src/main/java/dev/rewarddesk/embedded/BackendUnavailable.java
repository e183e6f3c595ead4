package dev.rewarddesk.embedded;

import org.jspecify.annotations.Nullable;

/** The workspace cannot be opened. The message is a sentence for people: what happened, what was lost, what to do. */
public final class BackendUnavailable extends RuntimeException {

    public BackendUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

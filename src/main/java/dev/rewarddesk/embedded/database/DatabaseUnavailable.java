package dev.rewarddesk.embedded.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be started or brought up to date. The message is a sentence for people that says what to do. */
public final class DatabaseUnavailable extends RuntimeException {

    public DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

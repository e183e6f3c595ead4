package dev.rewarddesk.settings.vault;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** There is no keychain to be used. */
public final class NoKeychainException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    public NoKeychainException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package dev.rewarddesk.supabase;

import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * What came back, whole.
 *
 * @param retryAfter the header of that name
 */
record HttpAnswer(int status, @Nullable String retryAfter, ByteString body) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether what was asked for is still what the caller said that they have. */
    boolean isNotModified() {
        return status == 304;
    }
}

package dev.rewarddesk.embedded.http;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a failure: an HTTP status, a stable code for programs and a sentence for people. */
public final class Refusal extends RuntimeException {

    private final int status;
    private final String code;
    private final Map<String, ?> more;
    private final @Nullable Duration retryAfter;

    private Refusal(int status, String code, String message, Map<String, ?> more, @Nullable Duration retryAfter) {
        // An answer, not a fault of the program: nobody reads its stack.
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.more = more;
        this.retryAfter = retryAfter;
    }

    public static Refusal of(int status, String code, String message) {
        return new Refusal(status, code, message, Map.of(), null);
    }

    /** The same, with fields that are merged into the failure document. */
    public Refusal with(Map<String, ?> fields) {
        return new Refusal(status, code, sentence(), fields, retryAfter);
    }

    /** The same, asking to come back after so long. */
    public Refusal retryAfter(Duration wait) {
        return new Refusal(status, code, sentence(), more, wait);
    }

    /** The HTTP status that says what it is. */
    public int status() {
        return status;
    }

    /** A word for programs, such as {@code bad_api_key}. */
    public String code() {
        return code;
    }

    /** The sentence for people. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** Further fields of the failure document. */
    public Map<String, ?> more() {
        return more;
    }

    /** How long to wait before trying again; null where that does not help. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}

package dev.rewarddesk.failure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why a service could not do what it was asked. The message is a sentence for people: what happened, whether anything was
 * lost, and what to do. It never carries a secret.
 */
public abstract sealed class ServiceFailure extends RuntimeException {

    private final String code;

    private ServiceFailure(String code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** A stable word for programs, such as {@code lease_lost}; the backend's own where it gave one. */
    public String code() {
        return code;
    }

    /** The sentence for people; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The workspace could not be reached; what was asked may or may not have happened. */
    public static final class Offline extends ServiceFailure {
        public Offline(String message, @Nullable Throwable cause) {
            super("offline", message, cause);
        }
    }

    /** Nobody is signed in any more: no token, or one that is no longer accepted. */
    public static final class SignedOut extends ServiceFailure {
        public SignedOut(String code, String message) {
            super(code, message, null);
        }
    }

    /** The caller's role does not allow it. Nothing was changed. */
    public static final class Forbidden extends ServiceFailure {
        public Forbidden(String code, String message) {
            super(code, message, null);
        }

        /** Whether the caller is no member of the workspace, or none any more. */
        public boolean isOfNoMember() {
            return code().equals("membership_revoked") || code().equals("not_a_member");
        }
    }

    /** What was named does not exist, or not for this caller. */
    public static final class NotFound extends ServiceFailure {
        public NotFound(String code, String message) {
            super(code, message, null);
        }
    }

    /** Somebody was faster: a lease lost, a revision changed, a version taken. Nothing was changed. */
    public static final class Conflict extends ServiceFailure {
        public Conflict(String code, String message) {
            super(code, message, null);
        }
    }

    /** The input was not accepted. Nothing was changed. */
    public static final class Invalid extends ServiceFailure {
        private final @Nullable String field;

        public Invalid(String code, String message, @Nullable String field) {
            super(code, message, null);
            this.field = field;
        }

        /** The field at fault, or null where it is not one field. */
        public @Nullable String field() {
            return field;
        }
    }

    /** The backend failed, or asks to slow down. */
    public static final class Server extends ServiceFailure {
        private final @Nullable Duration retryAfter;

        public Server(String code, String message, @Nullable Duration retryAfter, @Nullable Throwable cause) {
            super(code, message, cause);
            this.retryAfter = retryAfter;
        }

        /** How long the backend asks to wait before trying again; null where it does not say. */
        public @Nullable Duration retryAfter() {
            return retryAfter;
        }
    }
}

package dev.rewarddesk.supabase;

import java.util.Optional;

/** What a person is told when their session cannot be renewed any more. */
final class SessionEnd {

    private static final String KEPT = " What you decided and was not sent yet is kept on this machine.";

    private SessionEnd() {}

    /** The sentence; empty where the code says nothing of the session, which may then be as good as before. */
    static Optional<String> words(String code) {
        return switch (code) {
            case "refresh_token_not_found", "session_not_found", "session_expired", "invalid_grant", "bad_jwt" ->
                Optional.of("The sign-in has ended. Nothing was changed; sign in again to go on." + KEPT);
            case "refresh_token_already_used" ->
                Optional.of(
                        "The sign-in was ended, because an old copy of it was used; sign in again to go on. If that was not"
                                + " you, change your password." + KEPT);
            case "user_banned" -> Optional.of("Your account is locked. Ask a lead of the workspace why." + KEPT);
            case "user_not_found" ->
                Optional.of("Your account is no longer there. Ask a lead of the workspace to invite you again." + KEPT);
            default -> Optional.empty();
        };
    }
}

package dev.rewarddesk.supabase;

import java.util.Optional;

/** What requests are sent with. */
sealed interface Credentials permits PersonSession, SecretKey {

    /** The token to send now; {@code SignedOut} when there is none. */
    String bearer();

    /** Another token after the backend refused that one, or empty when there can be none. */
    Optional<String> insteadOf(String refused);

    SessionStatus status();
}

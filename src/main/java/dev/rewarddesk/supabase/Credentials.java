package dev.rewarddesk.supabase;

import java.util.Optional;
import java.util.UUID;

/** What requests are sent with. */
sealed interface Credentials permits PersonSession, FixedToken {

    /** The token to send now; {@code SignedOut} when there is none. */
    String bearer();

    /** Another token after the backend refused that one, or empty when there can be none. */
    Optional<String> insteadOf(String refused);

    /** Whether that token is that person's, of the session that holds now. */
    boolean isOf(String token, UUID person);

    SessionStatus status();
}

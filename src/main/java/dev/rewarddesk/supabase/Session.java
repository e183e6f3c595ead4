package dev.rewarddesk.supabase;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's sign-in.
 *
 * @param accessToken what requests carry
 * @param refreshToken good for one renewal
 * @param expiresAt by this machine's clock
 */
public record Session(UUID userId, String email, String accessToken, String refreshToken, Instant expiresAt) {

    /** Never shows the tokens. */
    @Override
    public String toString() {
        return "Session[" + userId + " until " + expiresAt + "]";
    }
}

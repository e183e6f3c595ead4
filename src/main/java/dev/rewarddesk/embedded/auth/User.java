package dev.rewarddesk.embedded.auth;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account.
 *
 * @param passwordHash as bcrypt; null for an account without a password
 * @param banned whether it may not sign in now
 * @param document what clients see of it, as JSON in Supabase's form
 */
record User(
        UUID id,
        @Nullable String email,
        @Nullable String passwordHash,
        boolean banned,
        boolean anonymous,
        String document) {

    /** Says which account and nothing of its password. */
    @Override
    public String toString() {
        return "User " + id;
    }
}

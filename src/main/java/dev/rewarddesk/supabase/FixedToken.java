package dev.rewarddesk.supabase;

import java.util.Optional;
import java.util.UUID;

/** What is sent for as long as it holds, and cannot be renewed here: a pipeline's key, or a token that somebody handed over. */
final class FixedToken implements Credentials {

    private final String token;
    private final SessionStatus status;

    FixedToken(String token, SessionStatus status) {
        this.token = token;
        this.status = status;
    }

    @Override
    public String bearer() {
        return token;
    }

    @Override
    public Optional<String> insteadOf(String refused) {
        return Optional.empty();
    }

    @Override
    public boolean isOf(String other, UUID person) {
        return false;
    }

    @Override
    public SessionStatus status() {
        return status;
    }
}

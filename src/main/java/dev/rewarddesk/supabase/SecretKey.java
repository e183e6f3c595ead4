package dev.rewarddesk.supabase;

import java.util.Optional;
import java.util.UUID;

/** A pipeline's credentials: one key, which is never renewed. */
final class SecretKey implements Credentials {

    private final String key;

    SecretKey(String key) {
        this.key = key;
    }

    @Override
    public String bearer() {
        return key;
    }

    @Override
    public Optional<String> insteadOf(String refused) {
        return Optional.empty();
    }

    @Override
    public boolean isOf(String token, UUID person) {
        return false;
    }

    @Override
    public SessionStatus status() {
        return new SessionStatus.SecretKey();
    }
}

package dev.rewarddesk.brain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who a transaction is for, as a mouth says it after it verified a token.
 *
 * @param role the database role
 * @param id the account, null for a key without a person
 */
record Caller(String role, @Nullable UUID id) {

    static final Caller ANON = new Caller("anon", null);
    static final Caller SERVICE = new Caller("service_role", null);

    static Caller person(UUID id) {
        return new Caller("authenticated", id);
    }

    /** The token's claims, as JSON. */
    String claims() {
        return id == null
                ? "{\"role\": \"%s\"}".formatted(role)
                : "{\"role\": \"%s\", \"sub\": \"%s\"}".formatted(role, id);
    }

    UUID account() {
        if (id == null) {
            throw new IllegalStateException(role + " is no person");
        }
        return id;
    }
}

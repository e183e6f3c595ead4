package dev.rewarddesk.embedded.access;

import dev.rewarddesk.embedded.database.Desk;
import java.util.UUID;

/** Who asks. */
public sealed interface Caller {

    /** What the caller is to the database. */
    Desk.As toDatabase();

    /** A pipeline with the secret key. */
    record Service() implements Caller {
        @Override
        public Desk.As toDatabase() {
            return new Desk.As("service_role", "{\"role\":\"service_role\"}");
        }
    }

    /**
     * Somebody who is signed in.
     *
     * @param user the account
     * @param session the sign-in that the token comes from
     * @param claims the verified token's claims as JSON
     */
    record Person(UUID user, UUID session, String claims) implements Caller {
        @Override
        public Desk.As toDatabase() {
            return new Desk.As("authenticated", claims);
        }
    }
}

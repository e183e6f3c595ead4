package dev.rewarddesk.supabase;

import java.util.Optional;
import java.util.function.Supplier;

/** Where a sign-in outlives the client. Other processes may read and write the same one. */
public interface SessionStore {

    /** What was saved last, by whichever process, if anything. */
    Optional<Session> load();

    /**
     * Keeps the session, before it is used for the first time: a refresh token is good only once.
     *
     * @throws dev.rewarddesk.failure.ServiceFailure when it could not be kept; what was kept before is then unchanged
     */
    void save(Session session);

    /** Forgets the session. */
    void clear();

    /** Does the work while nobody else, in this process or another, does theirs on the same store. */
    <T> T alone(Supplier<T> work);
}

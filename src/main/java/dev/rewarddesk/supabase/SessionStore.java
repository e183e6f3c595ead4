package dev.rewarddesk.supabase;

import java.util.Optional;

/** Where a sign-in outlives the client. Called by one thread at a time. */
public interface SessionStore {

    /** What was saved last, if anything. */
    Optional<Session> load();

    /** Keeps the session, before it is used for the first time: a refresh token is good only once. */
    void save(Session session);

    /** Forgets the session. */
    void clear();
}

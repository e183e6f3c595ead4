package dev.rewarddesk.supabase;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the session for as long as the program runs. */
public final class InMemorySessionStore implements SessionStore {

    private volatile @Nullable Session session;

    /** With nobody signed in. */
    public InMemorySessionStore() {}

    /** With somebody signed in already. */
    public InMemorySessionStore(Session session) {
        this.session = session;
    }

    @Override
    public Optional<Session> load() {
        return Optional.ofNullable(session);
    }

    @Override
    public void save(Session newSession) {
        session = newSession;
    }

    @Override
    public void clear() {
        session = null;
    }

    // A client has one of its own, and takes turns itself.
    @Override
    public <T> T alone(Supplier<T> work) {
        return work.get();
    }
}

package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * A person's credentials, renewed before they end. Threads that find them ending at the same time wait for one renewal:
 * a refresh token used twice would end the session.
 */
final class PersonSession implements Credentials {

    /** Enough for a slow request to arrive with a token that is still good. */
    private static final Duration EARLY = Duration.ofSeconds(60);

    private final AuthApi auth;
    private final SessionStore store;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Session current;

    PersonSession(AuthApi auth, SessionStore store, InstantSource clock) {
        this.auth = auth;
        this.store = store;
        this.clock = clock;
        this.current = store.load().orElse(null);
    }

    @Override
    public String bearer() {
        Session session = current;
        if (session == null) {
            throw signedOut();
        }
        if (clock.instant().isBefore(session.expiresAt().minus(EARLY))) {
            return session.accessToken();
        }
        try {
            return renew(session.accessToken());
        } catch (ServiceFailure.Offline | ServiceFailure.Server | ServiceFailure.Conflict failure) {
            // It was only a precaution while the old token is still good.
            if (clock.instant().isBefore(session.expiresAt())) {
                return session.accessToken();
            }
            throw failure;
        }
    }

    @Override
    public Optional<String> insteadOf(String refused) {
        return Optional.of(renew(refused));
    }

    @Override
    public boolean isOf(String token, UUID person) {
        Session session = current;
        return session != null
                && session.accessToken().equals(token)
                && session.userId().equals(person);
    }

    @Override
    public SessionStatus status() {
        Session session = current;
        return session == null ? new SessionStatus.SignedOut() : new SessionStatus.SignedIn(session);
    }

    void signIn(String email, String password) {
        lock.lock();
        try {
            keep(auth.signIn(email, password));
        } finally {
            lock.unlock();
        }
    }

    /** Forgets the session here whatever the backend says of it. */
    void signOut() {
        lock.lock();
        try {
            Session session = current;
            if (session == null) {
                return;
            }
            forget();
            auth.signOut(session);
        } finally {
            lock.unlock();
        }
    }

    private String renew(String oldToken) {
        lock.lock();
        try {
            Session session = current;
            if (session == null) {
                throw signedOut();
            }
            if (session.accessToken().equals(oldToken)) {
                session = refreshed(session);
                keep(session);
            }
            return session.accessToken();
        } finally {
            lock.unlock();
        }
    }

    private Session refreshed(Session session) {
        try {
            return auth.refresh(session);
        } catch (ServiceFailure.Invalid | ServiceFailure.Forbidden | ServiceFailure.SignedOut refused) {
            forget();
            throw new ServiceFailure.SignedOut(
                    refused.code(), "The sign-in has ended. Nothing was changed; sign in again to go on.");
        }
    }

    private void keep(Session session) {
        store.save(session);
        current = session;
    }

    private void forget() {
        current = null;
        store.clear();
    }

    private static ServiceFailure signedOut() {
        return new ServiceFailure.SignedOut("signed_out", "Nobody is signed in. Sign in to go on.");
    }
}

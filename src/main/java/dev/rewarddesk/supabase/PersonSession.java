package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A person's credentials, renewed before they end. Threads and processes that find them ending at the same time wait for one
 * renewal: a refresh token used twice would end the session.
 */
final class PersonSession implements Credentials {

    /** Enough for a slow request to arrive with a token that is still good. */
    private static final Duration EARLY = Duration.ofSeconds(60);

    /** What sign-in calls a limit on requests, which it need not say the end of. */
    private static final Set<String> TOO_MANY = Set.of("over_request_rate_limit", "http_429");

    private static final Duration UNTOLD = Duration.ofSeconds(10);

    private final AuthApi auth;
    private final SessionStore store;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();

    /** What the store held when this process last looked or wrote. */
    private @Nullable Session stored;

    private volatile @Nullable Session current;

    /** Why nobody is signed in any more; null where nobody was, or has signed out here. */
    private volatile ServiceFailure.@Nullable SignedOut ended;

    private volatile @Nullable Postponed postponed;

    PersonSession(AuthApi auth, SessionStore store, InstantSource clock) {
        this.auth = auth;
        this.store = store;
        this.clock = clock;
        this.stored = store.load().orElse(null);
        this.current = stored;
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
        } catch (ServiceFailure.SignedOut gone) {
            throw gone;
        } catch (ServiceFailure failure) {
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

    /** Signs in with the session that this brings. */
    void signIn(Supplier<Session> way) {
        alone(() -> {
            Session session = way.get();
            store.save(session);
            become(session);
            return session;
        });
    }

    /** The session as it is now; {@code SignedOut} where nobody is signed in. */
    Session required() {
        Session session = current;
        if (session == null) {
            throw signedOut();
        }
        return session;
    }

    /** Forgets the session here whatever the backend says of it. */
    void signOut() {
        lock.lock();
        try {
            Session session = current;
            if (session == null) {
                return;
            }
            store.alone(() -> {
                // Not what another process has signed in with meanwhile as somebody else.
                Session latest = store.load().orElse(session);
                if (latest.userId().equals(session.userId())) {
                    store.clear();
                }
                return latest;
            });
            become(null);
            auth.signOut(session);
        } finally {
            lock.unlock();
        }
    }

    private String renew(String oldToken) {
        return alone(() -> {
            Session session = required();
            if (!session.accessToken().equals(oldToken)) {
                return session.accessToken();
            }
            Session kept = store.load().orElse(null);
            if (!Objects.equals(kept, stored)) {
                return taken(session, kept).accessToken();
            }
            return renewed(session).accessToken();
        });
    }

    // Another process has renewed the session, or ended it.
    private Session taken(Session mine, @Nullable Session theirs) {
        if (theirs == null) {
            become(null);
            throw end(
                    "signed_out",
                    "You have signed out in another window. What was not sent yet is kept; sign in to go on.");
        }
        if (!theirs.userId().equals(mine.userId())) {
            become(null);
            throw end(
                    "another_person",
                    "Somebody else has signed in to this workspace in another window. What you decided is kept for you.");
        }
        become(theirs);
        return clock.instant().isBefore(theirs.expiresAt().minus(EARLY)) ? theirs : renewed(theirs);
    }

    private Session renewed(Session session) {
        Postponed wait = postponed;
        if (wait != null && clock.instant().isBefore(wait.until())) {
            throw wait.why();
        }
        try {
            Session next = auth.refresh(session.refreshToken());
            postponed = null;
            keep(next);
            return next;
        } catch (ServiceFailure.Server busy) {
            Duration asked = busy.retryAfter();
            if (asked == null && TOO_MANY.contains(busy.code())) {
                asked = UNTOLD;
            }
            if (asked != null) {
                postponed = new Postponed(clock.instant().plus(asked), busy);
            }
            throw busy;
        } catch (ServiceFailure.Invalid
                | ServiceFailure.Forbidden
                | ServiceFailure.NotFound
                | ServiceFailure.Conflict
                | ServiceFailure.SignedOut refused) {
            Optional<String> why = SessionEnd.words(refused.code());
            if (why.isEmpty()) {
                // Such as a proxy's own page, or too many renewals at once: neither says anything of the session, nor
                // of
                // what the token is wanted for.
                throw new ServiceFailure.Server(
                        refused.code(),
                        "The sign-in could not be renewed: " + refused.getMessage()
                                + " Nothing was lost; it is tried again.",
                        null,
                        refused);
            }
            store.clear();
            become(null);
            throw end(refused.code(), why.get());
        }
    }

    // The refresh token is used up. Where it cannot be kept, this process at least goes on with it.
    private void keep(Session next) {
        try {
            store.save(next);
            become(next);
        } catch (ServiceFailure notKept) {
            current = next;
        }
    }

    private void become(@Nullable Session session) {
        stored = session;
        current = session;
        ended = null;
        postponed = null;
    }

    private ServiceFailure.SignedOut end(String code, String sentence) {
        ServiceFailure.SignedOut failure = new ServiceFailure.SignedOut(code, sentence);
        ended = failure;
        return failure;
    }

    private <T> T alone(Supplier<T> work) {
        lock.lock();
        try {
            return store.alone(work);
        } finally {
            lock.unlock();
        }
    }

    private ServiceFailure.SignedOut signedOut() {
        ServiceFailure.SignedOut why = ended;
        return why == null
                ? new ServiceFailure.SignedOut("signed_out", "Nobody is signed in. Sign in to go on.")
                : new ServiceFailure.SignedOut(why.code(), why.getMessage());
    }

    /** The workspace has asked not to be asked until then. */
    private record Postponed(Instant until, ServiceFailure.Server why) {}
}

package dev.rewarddesk.embedded.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Slows down who guesses: after a few failures in a row an account is closed for a time that doubles with each more. */
final class SignInThrottle {

    private static final int FREE_FAILURES = 5;
    private static final int MOST_DOUBLINGS = 6;
    private static final int MOST_ACCOUNTS = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> accounts = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_ACCOUNTS;
        }
    };

    SignInThrottle(InstantSource clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant closedUntil) {}

    /** How long this account stays closed; empty when it may be tried. */
    synchronized Optional<Duration> closedFor(String email) {
        return Optional.ofNullable(accounts.get(key(email)))
                .map(failures -> Duration.between(clock.instant(), failures.closedUntil()))
                .filter(Duration::isPositive);
    }

    synchronized void failed(String email) {
        Failures former = accounts.get(key(email));
        int count = former == null ? 1 : former.count() + 1;
        Duration wait = count < FREE_FAILURES
                ? Duration.ZERO
                : Duration.ofSeconds(1L << Math.min(count - FREE_FAILURES, MOST_DOUBLINGS));
        accounts.put(key(email), new Failures(count, clock.instant().plus(wait)));
    }

    synchronized void succeeded(String email) {
        accounts.remove(key(email));
    }

    private static String key(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}

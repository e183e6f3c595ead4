package dev.rewarddesk.collect.answer;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a run may use. A request is begun only when the most that it could use still fits beside all that is under way; what it
 * did not use is given back after it.
 */
final class Budget {

    private final long maxRequests;
    private final long maxTokens;
    private long requests;
    private long used;
    private long claimed;
    private int underWay;
    private boolean closed;

    /**
     * @param maxRequests at least 0
     * @param maxTokens at least 0
     */
    Budget(long maxRequests, long maxTokens) {
        this.maxRequests = maxRequests;
        this.maxTokens = maxTokens;
    }

    /** The right to one request. */
    final class Claim {
        private final long most;

        private Claim(long most) {
            this.most = most;
        }

        /** To be said once, when the request is over; null where nobody knows what it used, which counts as the most. */
        void settle(@Nullable Long tokens) {
            synchronized (Budget.this) {
                underWay--;
                claimed -= most;
                used += tokens == null ? most : tokens;
                Budget.this.notifyAll();
            }
        }
    }

    /**
     * The right to a request that uses at most so many tokens; waits while what others give back may be enough. Empty where the
     * budget does not hold another one, or is closed.
     */
    synchronized Optional<Claim> claim(long most) throws InterruptedException {
        while (!closed && requests < maxRequests && !fits(most) && underWay > 0) {
            wait();
        }
        if (closed || requests >= maxRequests || !fits(most)) {
            return Optional.empty();
        }
        requests++;
        underWay++;
        claimed += most;
        return Optional.of(new Claim(most));
    }

    /** Nobody gets a right any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    /** Requests begun. */
    synchronized long requests() {
        return requests;
    }

    /** Tokens of requests that are over. */
    synchronized long tokens() {
        return used;
    }

    private boolean fits(long most) {
        return most <= maxTokens - used - claimed;
    }
}

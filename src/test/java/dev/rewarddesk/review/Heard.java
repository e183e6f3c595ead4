package dev.rewarddesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.model.OutboxState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** What the outbox has told, and a way to wait for it. */
final class Heard {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final List<Outgoing.Outcome> outcomes = new ArrayList<>();
    private OutboxState state = OutboxState.EMPTY;

    Heard(Outgoing outgoing) {
        outgoing.hear(this::hear);
        outgoing.follow(this::follow);
    }

    synchronized OutboxState state() {
        return state;
    }

    synchronized List<Outgoing.Outcome> outcomes() {
        return List.copyOf(outcomes);
    }

    synchronized List<Integer> revisions() {
        return taken().stream().map(Outgoing.Outcome.Taken::revision).toList();
    }

    /** Waits until so many were taken and all that was told of is in the state. */
    void taken(int count) {
        await(() -> taken().size() >= count && state.waiting() == 0);
        assertThat(outcomes()).hasSize(count);
    }

    /** Waits for it to become so. */
    synchronized void await(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            long left = deadline - System.nanoTime();
            assertThat(left).as("%s %s", state, outcomes).isPositive();
            try {
                wait(Math.max(1, left / 1_000_000));
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }

    private List<Outgoing.Outcome.Taken> taken() {
        return outcomes.stream()
                .filter(Outgoing.Outcome.Taken.class::isInstance)
                .map(Outgoing.Outcome.Taken.class::cast)
                .toList();
    }

    private synchronized void hear(Outgoing.Outcome outcome) {
        outcomes.add(outcome);
        notifyAll();
    }

    private synchronized void follow(OutboxState now) {
        state = now;
        notifyAll();
    }
}

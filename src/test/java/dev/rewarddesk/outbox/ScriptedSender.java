package dev.rewarddesk.outbox;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A workspace that takes every decision once, unless the test has it fail. */
final class ScriptedSender implements Sender {

    private final Map<UUID, Integer> revisions = new LinkedHashMap<>();
    private final List<Decision> applied = new ArrayList<>();
    private final List<Decision> asked = new ArrayList<>();
    private volatile @Nullable UUID person;

    /** What to end with before the decision is applied; null for nothing. */
    volatile Function<Decision, @Nullable ServiceFailure> before = _ -> null;

    /** What to end with after it was applied; null for the answer. */
    volatile Function<Decision, @Nullable ServiceFailure> after = _ -> null;

    ScriptedSender(UUID person) {
        this.person = person;
    }

    void signIn(@Nullable UUID who) {
        person = who;
    }

    @Override
    public Optional<UUID> person() {
        return Optional.ofNullable(person);
    }

    @Override
    public int send(UUID who, Decision decision) {
        if (!who.equals(person)) {
            throw new ServiceFailure.SignedOut("signed_out", "Nobody is signed in.");
        }
        synchronized (this) {
            asked.add(decision);
        }
        fail(before.apply(decision));
        int revision = apply(decision);
        fail(after.apply(decision));
        return revision;
    }

    /** What was applied, in order. */
    synchronized List<Decision> applied() {
        return List.copyOf(applied);
    }

    /** What was asked, in order. */
    synchronized List<Decision> asked() {
        return List.copyOf(asked);
    }

    private synchronized int apply(Decision decision) {
        Integer former = revisions.get(decision.id());
        if (former != null) {
            return former;
        }
        int revision = switch (decision) {
            case Decision.Given _ -> 1;
            case Decision.Changed change -> change.revision() == null ? -1 : change.revision() + 1;
            case Decision.Skipped _, Decision.Flagged _ -> 0;
        };
        revisions.put(decision.id(), revision);
        applied.add(decision);
        return revision;
    }

    private static void fail(@Nullable ServiceFailure failure) {
        if (failure != null) {
            throw failure;
        }
    }
}

package dev.rewarddesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.OutboxState.Condition;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeliveryTest {

    private static final UUID ANN = UUID.randomUUID();
    private static final UUID BOB = UUID.randomUUID();
    private static final BackOff SHORT = new BackOff(Duration.ofMillis(2), Duration.ofMillis(20), new Random(1));

    @TempDir
    private Path folder;

    private final ScriptedSender sender = new ScriptedSender(ANN);
    private Outbox outbox;
    private Delivery delivery;

    @BeforeEach
    void open() {
        outbox = Outbox.open(folder);
        delivery = new Delivery(outbox, sender, SHORT);
    }

    @AfterEach
    void close() {
        delivery.close();
        outbox.close();
    }

    @RepeatedTest(5)
    void everyDecisionIsAppliedOnceAndInOrderWhateverFailsAndHoweverOftenItIsStartedAnew() {
        Random random = new Random();
        sender.before = _ -> random.nextInt(3) == 0 ? anyTrouble(random) : null;
        sender.after = _ -> random.nextInt(3) == 0 ? new ServiceFailure.Offline("No acknowledgement.", null) : null;
        List<Decision> kept = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 10; i++) {
                Decision.Given given = Decisions.given(UUID.randomUUID(), 0.1);
                keepAll(kept, Decisions.skipped(given.responseId()), given);
                for (int change = random.nextInt(4); change > 0; change--) {
                    keepAll(kept, Decisions.changed(given, null, 0.2));
                }
            }
            restart();
        }
        await(() -> waiting() == 0);

        assertThat(ids(sender.applied())).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids(kept));
        for (Decision decision : kept) {
            Predicate<Decision> sameResponse = other -> other.responseId().equals(decision.responseId());
            assertThat(ids(sender.applied().stream().filter(sameResponse).toList()))
                    .containsExactlyElementsOf(
                            ids(kept.stream().filter(sameResponse).toList()));
        }
        assertThat(sender.applied())
                .noneMatch(decision -> decision instanceof Decision.Changed change && change.revision() == null);
        assertThat(outbox.refused(ANN)).isEmpty();
    }

    @Test
    void aDecisionThatAlwaysFailsDoesNotHoldUpOthers() {
        Decision.Given poison = Decisions.given(UUID.randomUUID(), 0.1);
        sender.before = decision -> decision.equals(poison) ? server() : null;
        keep(poison);
        for (int i = 0; i < 50; i++) {
            keep(Decisions.given(UUID.randomUUID(), 0.2));
        }

        await(() -> waiting() == 1);
        assertThat(sender.applied()).hasSize(50).doesNotContain(poison);
        await(() -> state().condition() == Condition.TRYING_AGAIN);
        sender.before = _ -> null;
        await(() -> waiting() == 0);
        await(() -> state().condition() == Condition.SENDING);
    }

    @Test
    void whatTheWorkspaceDoesNotTakeIsListedAndTheRestGoesOn() {
        Decision.Given lost = Decisions.given(UUID.randomUUID(), 0.1);
        List<Settled> heard = Collections.synchronizedList(new ArrayList<>());
        delivery.hear(heard::add);
        sender.before = decision ->
                decision.equals(lost) ? new ServiceFailure.Conflict("lease_lost", "A colleague has taken it.") : null;
        keep(lost);
        Decision.Given fine = Decisions.given(UUID.randomUUID(), 0.2);
        keep(fine);

        await(() -> heard.size() == 2);
        assertThat(heard)
                .contains(new Settled.Taken(fine, 1))
                .anyMatch(each -> each instanceof Settled.NotTaken(var refused)
                        && refused.code().equals("lease_lost")
                        && refused.decided().decision().equals(lost));
        await(() -> state().refused() == 1 && state().waiting() == 0);

        sender.before = _ -> null;
        outbox.sendAgain(ANN, lost.id());
        delivery.look();
        await(() -> heard.contains(new Settled.Taken(lost, 1)));
        await(() -> state().isSynced());
    }

    @Test
    void aChangeWaitsForTheRewardThatWasRefusedAndGoesAfterIt() {
        Decision.Given given = Decisions.given(UUID.randomUUID(), 0.1);
        Decision.Changed change = Decisions.changed(given, null, 0.5);
        sender.before = decision -> decision.equals(given) ? new ServiceFailure.Forbidden("no", "You may not.") : null;
        keep(given);
        keep(change);
        await(() -> state().refused() == 1);
        assertThat(outbox.next(ANN, _ -> true, 10)).isEmpty();

        sender.before = _ -> null;
        outbox.sendAgain(ANN, given.id());
        delivery.look();
        await(() -> state().isSynced());
        assertThat(sender.applied()).containsExactly(given, change.withRevision(1));
    }

    @Test
    void aChangeOfARewardThatWasDroppedIsRefusedAsWell() {
        Decision.Given given = Decisions.given(UUID.randomUUID(), 0.1);
        sender.before = decision -> new ServiceFailure.Conflict("lease_lost", "A colleague has taken it.");
        keep(given);
        keep(Decisions.changed(given, null, 0.5));
        await(() -> state().refused() == 1);

        outbox.drop(ANN, given.id());
        delivery.look();
        await(() -> state().waiting() == 0 && state().refused() == 1);
        assertThat(outbox.refused(ANN).getFirst().code()).isEqualTo("revision_unknown");
    }

    @Test
    void whoIsSignedOutIsWaitedFor() {
        sender.signIn(null);
        keep(Decisions.given(UUID.randomUUID(), 0.1));
        await(() -> state().condition() == Condition.SIGNED_OUT && state().waiting() == 1);
        assertThat(sender.applied()).isEmpty();

        sender.signIn(ANN);
        delivery.hurry();
        await(() -> state().equals(OutboxState.EMPTY));
    }

    @Test
    void decisionsOfSomebodyElseWaitForThem() {
        sender.signIn(null);
        Decision.Given anns = Decisions.given(UUID.randomUUID(), 0.1);
        Decision.Given bobs = Decisions.given(UUID.randomUUID(), 0.2);
        keep(anns);
        outbox.keep(BOB, Decisions.decided(bobs));

        sender.signIn(BOB);
        delivery.hurry();
        await(() -> outbox.tally(BOB).waiting() == 0);
        assertThat(sender.applied()).containsExactly(bobs);
        assertThat(outbox.tally(ANN).waiting()).isEqualTo(1);
        assertThat(delivery.person()).contains(BOB);

        sender.signIn(ANN);
        delivery.hurry();
        await(() -> outbox.tally(ANN).waiting() == 0);
    }

    @Test
    void oneOfTwoSendsAndTheOtherTakesOverWhenItEnds() {
        // Whoever has sent something is the one who sends.
        Decision.Given first = Decisions.given(UUID.randomUUID(), 0.3);
        keep(first);
        await(() -> waiting() == 0);
        ScriptedSender second = new ScriptedSender(ANN);
        try (Outbox same = Outbox.open(folder);
                Delivery other = new Delivery(same, second, SHORT)) {
            List<OutboxState> states = Collections.synchronizedList(new ArrayList<>());
            List<Settled> heard = Collections.synchronizedList(new ArrayList<>());
            other.follow(states::add);
            other.hear(heard::add);
            await(() -> states.getLast().condition() == Condition.ELSEWHERE);

            Decided decided = Decisions.decided(Decisions.given(UUID.randomUUID(), 0.1));
            same.keep(ANN, decided);
            await(() -> heard.contains(new Settled.Taken(decided.decision(), 1)));
            assertThat(sender.applied()).containsExactly(first, decided.decision());
            assertThat(second.asked()).isEmpty();

            delivery.close();
            await(() -> states.getLast().condition() == Condition.SENDING);
            same.keep(ANN, Decisions.decided(Decisions.skipped(UUID.randomUUID())));
            await(() -> second.applied().size() == 1);
        }
    }

    @Test
    void aFollowerThatFailsHarmsNobody() {
        delivery.follow(_ -> {
            throw new IllegalStateException("a bug");
        });
        keep(Decisions.given(UUID.randomUUID(), 0.1));
        await(() -> state().isSynced() && sender.applied().size() == 1);
    }

    private void keep(Decision decision) {
        outbox.keep(ANN, Decisions.decided(decision));
        delivery.look();
    }

    private void keepAll(List<Decision> kept, Decision... decisions) {
        for (Decision decision : decisions) {
            keep(decision);
            kept.add(decision);
        }
    }

    private void restart() {
        close();
        open();
    }

    private int waiting() {
        return outbox.tally(ANN).waiting();
    }

    private OutboxState state() {
        List<OutboxState> states = new ArrayList<>();
        delivery.follow(states::add);
        return states.getFirst();
    }

    private static List<UUID> ids(List<Decision> decisions) {
        return decisions.stream().map(Decision::id).toList();
    }

    private static ServiceFailure anyTrouble(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new ServiceFailure.Offline("The line is cut.", null);
            case 1 -> new ServiceFailure.SignedOut("expired", "The token is not accepted.");
            case 2 -> new ServiceFailure.Server("busy", "Slow down.", Duration.ofMillis(5), null);
            default -> server();
        };
    }

    private static ServiceFailure server() {
        return new ServiceFailure.Server("http_500", "The workspace failed.", null, null);
    }

    private static void await(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!wanted.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            try {
                TimeUnit.MILLISECONDS.sleep(5);
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
    }
}

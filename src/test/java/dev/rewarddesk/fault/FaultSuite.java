package dev.rewarddesk.fault;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides about many responses over a line with faults, and compares with PostgreSQL. Some of the outboxes are closed and opened
 * again meanwhile.
 */
final class FaultSuite {

    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(3);

    private final Script script;
    private final int responses;
    private final List<Decision> decided = new ArrayList<>();
    private int signIns;

    private FaultSuite(Script script, int responses) {
        this.script = script;
        this.responses = responses;
    }

    /**
     * What came of it.
     *
     * @param differences between what was decided and what is there
     */
    record Result(int decisions, int signIns, Map<FaultyLine.Fault, Integer> faults, List<String> differences) {}

    /** {@code [responses [seed]]}; ends with 1 where anything differs. */
    public static void main(String[] arguments) throws Exception {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        Instant begin = Instant.now();
        Result result = run(responses, seed);
        result.faults().forEach((fault, count) -> System.out.printf("%8d %s%n", count, fault));
        result.differences().stream().limit(20).forEach(System.out::println);
        System.out.printf(
                "%d decisions about %d responses in %d s, signed in anew %d times: %d differences%n",
                result.decisions(),
                responses,
                Duration.between(begin, Instant.now()).toSeconds(),
                result.signIns(),
                result.differences().size());
        System.exit(result.differences().isEmpty() ? 0 : 1);
    }

    /** Decides about so many responses, waits until all has arrived, and compares. */
    static Result run(int responses, long seed) throws IOException, SQLException, InterruptedException {
        return new FaultSuite(new Script(seed), responses).run();
    }

    private Result run() throws IOException, SQLException, InterruptedException {
        try (TestBackend backend = TestBackend.fresh()) {
            try (Connection connection = backend.ownerConnection()) {
                Ledger.prepare(connection, script, responses);
            }
            UUID reviewer = RealWorkspace.ownerId(backend);
            List<String> differences = new ArrayList<>();
            Map<FaultyLine.Fault, Integer> faults;
            try (FaultyLine line = new FaultyLine(backend.url(), script.seed());
                    SupabaseClient client = RealWorkspace.impatient(line.url(), backend)) {
                signIn(client, backend.backend().access());
                decide(backend, client).forEach(refused -> differences.add("refused: " + refused));
                faults = line.counts();
            }
            // The line has ended, and with it what was still to come twice.
            try (Connection connection = backend.ownerConnection()) {
                differences.addAll(Ledger.differences(connection, reviewer, decided, List.of()));
            }
            return new Result(decided.size(), signIns, faults, differences);
        }
    }

    private List<Refused> decide(TestBackend backend, SupabaseClient client) throws InterruptedException {
        for (int next = 0; ; ) {
            int until = Math.min(responses, next + Math.max(10, responses / 5));
            try (Outgoing outgoing = Outgoing.open(client, backend.workspace().resolve("outbox"))) {
                for (; next < until; next++) {
                    script.decisions(next).forEach(decision -> {
                        outgoing.keep(script.decided(decision));
                        decided.add(decision);
                    });
                }
                if (next == responses) {
                    await(outgoing, client, backend.backend().access());
                    return outgoing.refused();
                }
                // The next one begins with what this one leaves.
            }
        }
    }

    private void await(Outgoing outgoing, SupabaseClient client, BackendAccess access) throws InterruptedException {
        AtomicReference<OutboxState> state = new AtomicReference<>(OutboxState.EMPTY);
        outgoing.follow(state::set);
        long progress = System.nanoTime();
        int waiting = Integer.MAX_VALUE;
        while (state.get().waiting() > 0) {
            if (state.get().condition() == OutboxState.Condition.SIGNED_OUT) {
                signIns++;
                signIn(client, access);
                outgoing.hurry();
            }
            if (state.get().waiting() < waiting) {
                waiting = state.get().waiting();
                progress = System.nanoTime();
            }
            if (System.nanoTime() - progress > WITHOUT_PROGRESS.toNanos()) {
                throw new IllegalStateException("Nothing arrives any more: " + state.get());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static void signIn(SupabaseClient client, BackendAccess access) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                client.signIn(access.ownerEmail(), access.ownerPassword());
                return;
            } catch (ServiceFailure failure) {
                if (attempt == 100) {
                    throw failure;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}

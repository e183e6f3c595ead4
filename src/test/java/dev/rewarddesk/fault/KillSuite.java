package dev.rewarddesk.fault;

import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.BackendOptions;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.review.Outgoing;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Kills the process that decides, the backend, and the backend with its PostgreSQL, each at random moments while all are at work or
 * still starting, and compares in the end with PostgreSQL.
 */
final class KillSuite {

    private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(10);

    private final Script script;
    private final Random random;
    private final Set<String> begun = new HashSet<>();
    private final Set<String> kept = new HashSet<>();
    private int next;

    private KillSuite(long seed) {
        this.script = new Script(seed);
        this.random = new Random(seed);
    }

    /**
     * What came of it.
     *
     * @param kept decisions whose keeping had returned
     * @param unknown decisions under which the process was killed
     * @param differences between what was kept and what is there
     */
    record Result(int kept, int unknown, List<String> differences) {}

    /** {@code [kills [seed]]}; ends with 1 where anything differs. */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        System.out.println("seed " + seed);
        Instant begin = Instant.now();
        Result result = run(kills, seed);
        result.differences().stream().limit(20).forEach(System.out::println);
        System.out.printf(
                "%d kills in %d s: %d decisions kept, %d killed while being kept, %d differences%n",
                kills,
                Duration.between(begin, Instant.now()).toSeconds(),
                result.kept(),
                result.unknown(),
                result.differences().size());
        System.exit(result.differences().isEmpty() ? 0 : 1);
    }

    /** Kills so many times, lets all that is left arrive, and compares. */
    static Result run(int kills, long seed) throws IOException, SQLException, InterruptedException {
        return new KillSuite(seed).run(kills);
    }

    private Result run(int kills) throws IOException, SQLException, InterruptedException {
        Path workspace = TestBackend.emptyWorkspace();
        int responses = 1000 + kills * 100;
        int port = freePort();
        List<String> credentials;
        try (TestBackend backend = TestBackend.staying(workspace);
                Connection connection = backend.ownerConnection()) {
            Ledger.prepare(connection, script, responses);
            BackendAccess access = backend.backend().access();
            credentials = List.of(
                    "http://127.0.0.1:" + port, access.publishableKey(), access.ownerEmail(), access.ownerPassword());
        }
        killOften(kills, workspace, port, responses, credentials);
        return compare(workspace, responses);
    }

    private void killOften(int kills, Path workspace, int port, int responses, List<String> credentials)
            throws IOException, InterruptedException {
        Path outbox = workspace.resolve("outbox");
        KillableBackend backend = KillableBackend.start(workspace, port);
        Victim victim = Victim.start(outbox, script, next, responses, credentials);
        try {
            for (int kill = 0; kill < kills; kill++) {
                TimeUnit.MILLISECONDS.sleep(300 + random.nextInt(kill % 4 == 0 ? 6000 : 2500));
                int what = random.nextInt(10);
                if (what < 6) {
                    victim.kill();
                    remember(victim);
                }
                if (what >= 5 && what < 8) {
                    backend.killWithDatabase();
                } else if (what >= 8) {
                    backend.kill();
                }
                if (!backend.isAlive()) {
                    backend.restart();
                }
                if (!victim.isAlive()) {
                    victim = Victim.start(outbox, script, next, responses, credentials);
                }
            }
            TimeUnit.SECONDS.sleep(5);
            victim.end();
            remember(victim);
            backend.end();
        } finally {
            victim.kill();
            backend.killWithDatabase();
        }
    }

    private void remember(Victim victim) {
        begun.addAll(victim.begun());
        kept.addAll(victim.kept());
        next = victim.last() + 1;
    }

    private Result compare(Path workspace, int responses) throws IOException, SQLException, InterruptedException {
        List<String> differences = new ArrayList<>();
        List<Decision> certain = new ArrayList<>();
        List<Decision> unknown = new ArrayList<>();
        for (int number = 0; number < responses; number++) {
            for (Decision decision : script.decisions(number)) {
                String id = decision.id().toString();
                if (kept.contains(id)) {
                    certain.add(decision);
                } else if (begun.contains(id)) {
                    unknown.add(decision);
                }
            }
        }
        try (TestBackend backend = TestBackend.on(workspace, BackendOptions.defaults())) {
            UUID reviewer = RealWorkspace.ownerId(backend);
            try (SupabaseClient client = RealWorkspace.owner(backend);
                    Outgoing outgoing = Outgoing.open(client, workspace.resolve("outbox"))) {
                await(outgoing);
                outgoing.warning().ifPresent(differences::add);
                for (Refused refused : outgoing.refused()) {
                    differences.add("refused: " + refused);
                }
            }
            try (Connection connection = backend.ownerConnection()) {
                differences.addAll(Ledger.differences(connection, reviewer, certain, unknown));
            }
        }
        return new Result(certain.size(), unknown.size(), differences);
    }

    private static void await(Outgoing outgoing) throws InterruptedException {
        AtomicReference<OutboxState> state = new AtomicReference<>(OutboxState.EMPTY);
        outgoing.follow(state::set);
        long deadline = System.nanoTime() + LONGEST_DELIVERY.toNanos();
        while (state.get().waiting() > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("Not everything arrived: " + state.get());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

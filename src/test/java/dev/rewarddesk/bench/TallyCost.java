package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What keeping the tallies costs: rewards a second through {@code pgbench} by 8 people at once, who score responses of the same few
 * models, with the triggers that count rewards and, by turns in the same run, without.
 */
public final class TallyCost {

    private static final int CLIENTS = 8;
    private static final int A_SECOND = 500;

    private TallyCost() {}

    /** {@code [seconds [rounds]]} of each way; 8 and 5 when not said. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int room = seconds * A_SECOND;
        try (TestBackend backend = TestBackend.fresh()) {
            List<String> people = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> backend.annotator("client-" + client)
                            .get("/auth/v1/user")
                            .ok()
                            .path("id")
                            .asText())
                    .toList();
            new LargeWorkspace((rounds + 1) * 2 * CLIENTS * room, 0).fillWithoutWords(backend);
            Bare bare = new Bare(backend, people);
            double[][] rates = new double[2][rounds];
            int next = 1;
            // The first round is not counted.
            for (int round = -1; round < rounds; round++) {
                for (int way = 0; way < 2; way++) {
                    count(backend, way == 0);
                    double rate = bare.give(next, room, seconds).perSecond();
                    next += CLIENTS * room;
                    if (round >= 0) {
                        rates[way][round] = rate;
                    }
                }
            }
            print("counted", rates[0]);
            print("not counted", rates[1]);
        }
        System.exit(0);
    }

    private static void count(TestBackend backend, boolean counting) throws SQLException {
        try (Connection superuser = backend.superuserConnection();
                Statement statement = superuser.createStatement()) {
            statement.execute(
                    "alter table public.rewards %s trigger tally_inserted".formatted(counting ? "enable" : "disable"));
        }
    }

    private static void print(String what, double[] rates) {
        double[] sorted = rates.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-14s %8.0f rewards/s, rounds %s%n",
                what,
                sorted[sorted.length / 2],
                Arrays.toString(Arrays.stream(rates).mapToLong(Math::round).toArray()));
    }
}

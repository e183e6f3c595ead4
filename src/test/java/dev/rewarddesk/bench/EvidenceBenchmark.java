package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long each request of the checkpoints' screens takes over HTTP, as a lead, with 10,000 rewards and with a million; beside them,
 * in the same runs, one checkpoint by its version. At the end, PostgreSQL's plan of what all evidence is read by.
 */
public final class EvidenceBenchmark {

    private static final String CHECKPOINTS = "/functions/v1/rft-checkpoints";
    private static final int TIMES = 15;
    private static final int FEW = 10_000;

    private EvidenceBenchmark() {}

    /** {@code [rewards [checkpoints]]}; 1,000,000 and 200 when not said. */
    public static void main(String[] arguments) throws SQLException {
        int many = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int checkpoints = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200;
        Map<String, long[]> few = measured(FEW, checkpoints, false);
        Map<String, long[]> all = measured(many, checkpoints, true);
        System.out.printf(
                Locale.ROOT,
                "%n%-46s %10s %10s   %10s %10s   (milliseconds, %d checkpoints)%n",
                "rewards",
                FEW,
                "",
                many,
                "",
                checkpoints);
        System.out.printf("%-46s %10s %10s   %10s %10s%n", "", "first", "median", "first", "median");
        for (Map.Entry<String, long[]> row : all.entrySet()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-46s %s   %s%n",
                    row.getKey(),
                    told(few.getOrDefault(row.getKey(), new long[2])),
                    told(row.getValue()));
        }
        System.exit(0);
    }

    // First and median in nanoseconds.
    private static Map<String, long[]> measured(int rewards, int checkpoints, boolean plans) throws SQLException {
        try (TestBackend backend = TestBackend.fresh()) {
            new LargeWorkspace(2 * rewards, rewards, checkpoints).fillWithoutWords(backend);
            TestApi lead = backend.owner();
            String one = id(lead, "v" + checkpoints / 2);
            String other = id(lead, "v" + (checkpoints / 2 + 1));
            Map<String, String> requests = new LinkedHashMap<>();
            requests.put("baseline: one by its version", CHECKPOINTS + "?version=v3");
            requests.put("the list", CHECKPOINTS + "?limit=200");
            requests.put("the evidence of one", CHECKPOINTS + "/evidence?id=" + one);
            requests.put("two compared", CHECKPOINTS + "/comparison?id=" + one + "&with=" + other);
            requests.put("one compared to the active one", CHECKPOINTS + "/comparison?id=" + one);
            requests.put("what activating one would mean", CHECKPOINTS + "/activation?id=" + one);
            requests.put("the record of activations", CHECKPOINTS + "/history");
            requests.put("the schedule", CHECKPOINTS + "/schedule");
            requests.put("the active one", CHECKPOINTS + "/active");
            Map<String, long[]> times = new LinkedHashMap<>();
            requests.forEach((what, path) -> times.put(what, times(lead, path)));
            if (plans) {
                plan(backend, checkpoints / 2);
            }
            return times;
        }
    }

    private static String told(long[] nanos) {
        return String.format(Locale.ROOT, "%10.1f %10.1f", nanos[0] / 1e6, nanos[1] / 1e6);
    }

    private static long[] times(TestApi lead, String path) {
        List<Long> nanos = new ArrayList<>();
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            TestApi.Answer answer = lead.get(path);
            nanos.add(System.nanoTime() - begin);
            answer.ok();
        }
        return new long[] {nanos.getFirst(), nanos.stream().sorted().toList().get(TIMES / 2)};
    }

    private static String id(TestApi lead, String version) {
        return lead.get(CHECKPOINTS + "?version=" + version)
                .ok()
                .at("/data/0/id")
                .asText();
    }

    // The function's own text: what stands in the migration is what is explained.
    private static void plan(TestBackend backend, int checkpoint) throws SQLException {
        try (Connection owner = backend.superuserConnection();
                Statement statement = owner.createStatement()) {
            String body = text(statement, "select prosrc from pg_proc where proname = 'rewards_of'");
            String query = body.replace("version_of_it", "'v" + checkpoint + "'")
                    .replace("= checkpoint", "= md5('checkpoint " + checkpoint + "')::uuid");
            System.out.println("private.rewards_of:");
            System.out.println(text(statement, "explain (analyze, buffers, costs off) " + query));
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        StringBuilder lines = new StringBuilder();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.append(rows.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }
}

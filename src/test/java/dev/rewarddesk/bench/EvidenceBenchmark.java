package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long each question of the checkpoints' screen takes over HTTP with 200 checkpoints: at 10,000 rewards and at a million, these
 * spread over all checkpoints, over two of them and all of one. Beside each, in the same run, one reward by its id over HTTP.
 */
public final class EvidenceBenchmark {

    private static final String CHECKPOINTS = "/functions/v1/rft-checkpoints";
    private static final int ALL = 200;
    private static final int TIMES = 15;

    private record Workspace(String name, int rewards, int scored) {}

    private final Map<String, List<Double>> medians = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private EvidenceBenchmark() {}

    /** {@code [rewards [file for the plans]]}; 1,000,000 and none when not said. */
    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        int rewards = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Path plans = arguments.length > 1 ? Path.of(arguments[1]) : null;
        EvidenceBenchmark benchmark = new EvidenceBenchmark();
        for (Workspace workspace : List.of(
                new Workspace("10,000 of 200", 10_000, ALL),
                new Workspace("10,000 of 1", 10_000, 1),
                new Workspace(String.format(Locale.ROOT, "%,d of 200", rewards), rewards, ALL),
                new Workspace(String.format(Locale.ROOT, "%,d of 2", rewards), rewards, 2),
                new Workspace(String.format(Locale.ROOT, "%,d of 1", rewards), rewards, 1))) {
            try (TestBackend backend = TestBackend.fresh()) {
                long begin = System.nanoTime();
                new ScoredWorkspace(workspace.rewards(), ALL, workspace.scored()).fill(backend);
                System.out.printf("%s: made in %d s%n", workspace.name(), (System.nanoTime() - begin) / 1_000_000_000);
                benchmark.measure(workspace.name(), backend);
                if (plans != null) {
                    Files.writeString(
                            plans.resolveSibling(workspace.scored() + "-" + workspace.rewards() + ".txt"),
                            Plans.of(backend, questions()));
                }
            }
        }
        benchmark.print();
        System.exit(0);
    }

    // The database knows them by operation, HTTP by path.
    private static List<Question> questions() {
        String id = id(0);
        String with = id(1);
        return List.of(
                new Question("checkpoints, 50", CHECKPOINTS + "?limit=50", "list_checkpoints", Map.of("limit", "50")),
                new Question("evidence of one", CHECKPOINTS + "/evidence?id=" + id, "read_evidence", Map.of("id", id)),
                new Question(
                        "comparison of two",
                        CHECKPOINTS + "/comparison?id=" + id + "&with=" + with,
                        "read_comparison",
                        Map.of("id", id, "with", with)),
                new Question(
                        "before activating",
                        CHECKPOINTS + "/activation?id=" + with,
                        "read_activation_case",
                        Map.of("id", with)),
                new Question(
                        "history, 50", CHECKPOINTS + "/history?limit=50", "list_activations", Map.of("limit", "50")),
                new Question(
                        "schedules, 50", CHECKPOINTS + "/schedule?limit=50", "list_schedules", Map.of("limit", "50")),
                new Question("the active one", CHECKPOINTS + "/active", "read_active_checkpoint", Map.of()),
                new Question("statistics", "/functions/v1/rft-rewards/statistics", "read_statistics", Map.of()));
    }

    private void measure(String name, TestBackend backend) throws IOException, InterruptedException {
        names.add(name);
        TestApi lead = backend.owner();
        String one = lead.get("/functions/v1/rft-rewards?limit=1&count=bounded")
                .ok()
                .at("/data/0/id")
                .asText();
        time("baseline: one reward by its id", lead, "/functions/v1/rft-rewards?count=bounded&id=" + one);
        for (Question question : questions()) {
            time(question.name(), lead, question.path());
        }
        TestApi reviewer = backend.annotator("reading");
        time("statistics, an annotator's", reviewer, "/functions/v1/rft-rewards/statistics");
    }

    // TestApi itself would hold each answer against the contract's description meanwhile.
    private void time(String what, TestApi api, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api.url() + path))
                .header("apikey", String.valueOf(api.key()))
                .header("Authorization", "Bearer " + api.token())
                .build();
        Figures figures = new Figures();
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            figures.add(System.nanoTime() - begin);
            if (answer.statusCode() != 200) {
                throw new IOException(what + " is answered by " + answer.body());
            }
        }
        medians.computeIfAbsent(what, key -> new ArrayList<>()).add(figures.at(0.5));
        System.out.println(figures.row(what));
    }

    private void print() {
        System.out.printf("%n%-34s", "median milliseconds; rewards");
        names.forEach(name -> System.out.printf("%20s", name));
        System.out.println();
        medians.forEach((what, values) -> {
            System.out.printf("%-34s", what);
            values.forEach(value -> System.out.printf(Locale.ROOT, "%20.1f", value));
            System.out.println();
        });
    }

    private static String id(int number) {
        return Md5.uuid("checkpoint " + number);
    }
}

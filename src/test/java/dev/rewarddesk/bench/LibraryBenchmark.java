package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long the first page of each list in the library takes over HTTP, details and bounded count included, in a workspace of a
 * million responses and half a million rewards. Beside it, in the same run, one response by its id over the same HTTP connection,
 * and counting the table.
 */
public final class LibraryBenchmark {

    private static final String RESPONSES = "/functions/v1/rft-responses";
    private static final String REWARDS = "/functions/v1/rft-rewards";
    private static final String PAGE = "?details=true&count=bounded&limit=50";
    private static final int TIMES = 5;
    private static final long GOAL = 1000;

    private final TestApi lead;
    private final List<String> slow = new ArrayList<>();

    private LibraryBenchmark(TestApi lead) {
        this.lead = lead;
    }

    /** {@code [responses [rewards]]}; 1,000,000 and half as many rewards when not said. */
    public static void main(String[] arguments) throws SQLException {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rewards = arguments.length > 1 ? Integer.parseInt(arguments[1]) : responses / 2;
        try (TestBackend backend = TestBackend.fresh()) {
            long begin = System.nanoTime();
            new LargeWorkspace(responses, rewards).fill(backend);
            System.out.printf(
                    "%d responses and %d rewards, made in %d s%n",
                    responses, rewards, (System.nanoTime() - begin) / 1_000_000_000);
            new LibraryBenchmark(backend.owner()).measure(backend);
        }
    }

    private void measure(TestBackend backend) throws SQLException {
        System.out.printf("%-58s %8s %8s %8s%n", "milliseconds", "first", "median", "total");
        String one = lead.get(RESPONSES + "?limit=1&count=bounded")
                .ok()
                .at("/data/0/id")
                .asText();
        list("baseline: one response by its id", RESPONSES + "?id=" + one);
        baseline(backend, "baseline: select count(*) from responses", "select count(*) from public.responses");
        responses();
        rewards();
        list("responses/facets", RESPONSES + "/facets");
        overlap(backend);
        lead.put(RESPONSES + "/workspace", "{\"overlap\": 9}").ok();
        list("responses reviewed, of which there is none", RESPONSES + PAGE + "&status=reviewed");
        list("responses pending, which all are", RESPONSES + PAGE + "&status=pending");
        System.out.println(slow.isEmpty() ? "Every one within a second." : "Over a second: " + slow);
    }

    private void responses() {
        for (String filter : List.of(
                "",
                "&model_id=model%201",
                "&model_id=rare",
                "&model_id=nobody",
                "&category=category%201",
                "&category=rare",
                "&category=nothing",
                "&session_id=session%207",
                "&status=pending",
                "&status=flagged",
                "&q=garden",
                "&q=zyzzyva",
                "&q=xyloxyl",
                "&q=zy",
                "&q=z",
                "&q=xq",
                "&q=of",
                "&q=lu",
                "&q=1:",
                "&q=e",
                "&q=日本",
                "&q=猫",
                "&q=犬",
                "&q=猫&model_id=model%201",
                "&q=of&category=rare",
                "&status=reviewed",
                "&q=zyzzyva&model_id=model%200",
                "&q=garden&category=rare",
                "&status=pending&model_id=rare",
                "&status=flagged&category=rare",
                "&status=flagged&category=category%201",
                "&session_id=session%207&category=category%201&status=reviewed")) {
            list("responses" + filter, RESPONSES + PAGE + filter);
        }
        Instant longAgo = Instant.now().minus(30, ChronoUnit.DAYS);
        list(
                "responses, a page of 30 days ago",
                RESPONSES + PAGE + "&cursor=" + longAgo.getEpochSecond() * 1_000_000
                        + "_00000000-0000-0000-0000-000000000000");
    }

    private void rewards() {
        Instant now = Instant.now();
        for (Map.Entry<String, String> filter : List.of(
                Map.entry("", ""),
                Map.entry("score 0.9 and more", "&min_score=0.9"),
                Map.entry("score 0.5 to 0.51", "&min_score=0.5&max_score=0.51"),
                Map.entry("type like", "&feedback_type=like"),
                Map.entry("reviewer", "&reviewer_id=" + reviewer()),
                Map.entry("reviewer nobody", "&reviewer_id=00000000-0000-0000-0000-000000000000"),
                Map.entry("model 2", "&model_id=model%202"),
                Map.entry("model rare", "&model_id=rare"),
                Map.entry("category 1", "&category=category%201"),
                Map.entry("category rare", "&category=rare"),
                Map.entry("session 8", "&session_id=session%208"),
                Map.entry("since a day", "&since=" + now.minus(1, ChronoUnit.DAYS)),
                Map.entry("until 30 days ago", "&until=" + now.minus(30, ChronoUnit.DAYS)),
                Map.entry("words garden", "&q=garden"),
                Map.entry("words zyzzyva", "&q=zyzzyva"),
                Map.entry("words xyloxyl", "&q=xyloxyl"),
                Map.entry("words zy", "&q=zy"),
                Map.entry("words of", "&q=of"),
                Map.entry("words e", "&q=e"),
                Map.entry("words 日本", "&q=日本"),
                Map.entry("words 犬", "&q=犬"),
                Map.entry("words zyzzyva, model 2", "&q=zyzzyva&model_id=model%202"),
                Map.entry("like, score -1, category rare", "&feedback_type=like&max_score=-1&category=rare"),
                Map.entry(
                        "reviewer, score 1, session 8",
                        "&min_score=1&session_id=session%208&reviewer_id=" + reviewer()))) {
            list("rewards " + filter.getKey(), REWARDS + PAGE + filter.getValue());
        }
    }

    // Each change undoes the one before, so that half of the responses change their state every time.
    private void overlap(TestBackend backend) {
        List<Long> changes = new ArrayList<>();
        List<Long> claims = new ArrayList<>();
        TestApi reviewer = backend.annotator("claiming");
        for (int time = 0; time < TIMES; time++) {
            int now = 2 - time % 2;
            changes.add(millis(() -> lead.put(RESPONSES + "/workspace", "{\"overlap\": " + now + "}")
                    .ok()));
            claims.add(millis(() ->
                    reviewer.post(RESPONSES + "/queue/claim", "{\"n\": 12}").ok()));
        }
        print("overlap raised and lowered", changes, "");
        print("a claim after each", claims, "");
    }

    private static long millis(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private String reviewer() {
        return lead.get(REWARDS + "?limit=1&count=bounded")
                .ok()
                .at("/data/0/reviewer_id")
                .asText();
    }

    private void list(String what, String path) {
        List<Long> millis = new ArrayList<>();
        String total = "";
        for (int time = 0; time < TIMES; time++) {
            long begin = System.nanoTime();
            TestApi.Answer answer = lead.get(URI.create(path).toASCIIString());
            millis.add((System.nanoTime() - begin) / 1_000_000);
            total = answer.ok().path("total").asText();
        }
        print(what, millis, total);
    }

    private void baseline(TestBackend backend, String what, String sql) throws SQLException {
        List<Long> millis = new ArrayList<>();
        String total = "";
        try (Connection connection = backend.superuserConnection();
                Statement statement = connection.createStatement()) {
            for (int time = 0; time < TIMES; time++) {
                long begin = System.nanoTime();
                try (ResultSet results = statement.executeQuery(sql)) {
                    results.next();
                    total = results.getString(1);
                }
                millis.add((System.nanoTime() - begin) / 1_000_000);
            }
        }
        print(what, millis, total);
    }

    private void print(String what, List<Long> millis, String total) {
        long median = millis.stream().sorted().toList().get(millis.size() / 2);
        System.out.printf(Locale.ROOT, "%-58s %8d %8d %8s%n", what, millis.getFirst(), median, total);
        if (Math.max(median, millis.getFirst()) > GOAL && !what.startsWith("baseline")) {
            slow.add(what);
        }
    }
}

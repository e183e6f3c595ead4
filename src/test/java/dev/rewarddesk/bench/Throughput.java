package dev.rewarddesk.bench;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.functions.ServedFunctions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Rewards a second with 8 clients, each of them somebody and never waiting for another: through the embedded backend, through the
 * edge functions under Deno, and through {@code pgbench} with the same function call, on one PostgreSQL by turns.
 */
public final class Throughput {

    private static final String REWARDS = "/functions/v1/rft-rewards";
    private static final int CLIENTS = 8;
    // More than a client gives in a second, so that each response gets one reward.
    private static final int A_SECOND = 1_000;

    /** What one round came to. */
    record Round(long rewards, double perSecond) {}

    private interface Way {
        Round give(int first) throws IOException, InterruptedException;
    }

    private Throughput() {}

    /** {@code [seconds [rounds]]} of each way; 8 and 3 when not said. */
    public static void main(String[] arguments) throws IOException, InterruptedException, SQLException {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        int room = seconds * A_SECOND;
        try (TestBackend backend = TestBackend.fresh()) {
            List<TestApi> people = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> backend.annotator("client-" + client))
                    .toList();
            new LargeWorkspace((rounds + 1) * 3 * CLIENTS * room, 0).fillWithoutWords(backend);
            try (ServedFunctions served = served(backend)) {
                Bare bare = new Bare(
                        backend, people.stream().map(Throughput::account).toList());
                measure(
                        rounds,
                        CLIENTS * room,
                        List.of(
                                first -> bare.give(first, room, seconds),
                                first -> overHttp(people, backend.url(), first, room, seconds),
                                first -> overHttp(people, served.url(), first, room, seconds)));
            }
        }
        // HTTP clients' threads would keep the process for a while.
        System.exit(0);
    }

    private static void measure(int rounds, int step, List<Way> ways) throws IOException, InterruptedException {
        double[][] rates = new double[ways.size()][rounds];
        int next = 1;
        // The first round is not counted: programs warm up.
        for (int round = -1; round < rounds; round++) {
            for (int way = 0; way < ways.size(); way++) {
                Round came = ways.get(way).give(next);
                next += step;
                if (round >= 0) {
                    rates[way][round] = came.perSecond();
                }
            }
        }
        double[] medians = Arrays.stream(rates).mapToDouble(Throughput::median).toArray();
        System.out.printf(Locale.ROOT, "%-44s %12s %14s %s%n", "8 clients", "rewards/s", "of bare SQL", "rounds");
        List<String> names = List.of("bare SQL (pgbench)", "embedded backend", "edge functions under Deno");
        for (int way = 0; way < ways.size(); way++) {
            System.out.printf(
                    Locale.ROOT,
                    "%-44s %12.0f %13.0f%% %s%n",
                    names.get(way),
                    medians[way],
                    100 * medians[way] / medians[0],
                    Arrays.toString(
                            Arrays.stream(rates[way]).mapToLong(Math::round).toArray()));
        }
    }

    private static Round overHttp(List<TestApi> people, URI url, int first, int room, int seconds)
            throws InterruptedException {
        long begin = System.nanoTime();
        long end = begin + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<Integer>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                HttpRequest.Builder rewards = rewardsOf(people.get(client), url);
                int from = first + client * room;
                clients.add(threads.submit(() -> one(rewards, from, end)));
            }
            long rewards = 0;
            for (Future<Integer> client : clients) {
                rewards += client.get();
            }
            return new Round(rewards, rewards * 1e9 / (System.nanoTime() - begin));
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A client failed", failure.getCause());
        }
    }

    // Not through TestApi, which would hold each answer against the contract's description and take most of the
    // processors.
    private static int one(HttpRequest.Builder rewards, int from, long end) throws IOException, InterruptedException {
        int given = 0;
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            while (System.nanoTime() < end) {
                HttpResponse<String> answer = http.send(
                        rewards.POST(HttpRequest.BodyPublishers.ofString(
                                        """
                                {"response_id":"%s","score":0.5,"feedback_type":"like","quality":4}\
                                """.formatted(Md5.uuid("response " + (from + given)))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() / 100 != 2) {
                    throw new IOException("A reward is answered by " + answer.body());
                }
                given++;
            }
        }
        return given;
    }

    private static HttpRequest.Builder rewardsOf(TestApi person, URI url) {
        return HttpRequest.newBuilder(URI.create(url + REWARDS))
                .header("apikey", String.valueOf(person.key()))
                .header("Authorization", "Bearer " + person.token())
                .header("Content-Type", "application/json");
    }

    private static ServedFunctions served(TestBackend backend) {
        return ServedFunctions.start(Map.of(
                "SIGN_IN_AND_STORAGE_URL", backend.url().toString(),
                "SUPABASE_DB_URL", backend.appUrl(),
                "SUPABASE_PUBLISHABLE_KEYS",
                        keys(String.valueOf(backend.anonymous().key())),
                "SUPABASE_SECRET_KEYS", keys(String.valueOf(backend.service().key()))));
    }

    private static String keys(String key) {
        return TestApi.json(Map.of("default", key));
    }

    private static String account(TestApi person) {
        return person.get("/auth/v1/user").ok().path("id").asText();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.account.AccountService;
import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.collect.FileUpload;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.collect.session.PretendSite;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.review.AgentRewards;
import dev.rewarddesk.statistics.StatisticsService;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Calls over HTTP that take long: they tell how far they are, and stop when they are taken back or nobody listens. */
@Timeout(120)
final class LongCallsOverHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestBackend backend = TestBackend.fresh();
    private final SupabaseClient owner = RealWorkspace.owner(backend);
    private final Desk desk = new Desk(owner, backend);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);

    // Made before every test.
    @SuppressWarnings("NullAway.Init")
    private PretendSite site;

    @SuppressWarnings("NullAway.Init")
    private McpHttp server;

    private record Desk(SupabaseClient client, TestBackend backend) implements DeskServices {
        @Override
        public AccountService account() {
            return new AccountService(client);
        }

        @Override
        public StatisticsService statistics() {
            return new StatisticsService(client);
        }

        @Override
        public LibraryService library() {
            return new LibraryService(client);
        }

        @Override
        public AgentRewards rewards() {
            return new AgentRewards(client, client);
        }

        @Override
        public CheckpointService checkpoints() {
            return new CheckpointService(client);
        }

        @Override
        public CollectService collecting() {
            return new CollectService(client, backend.workspace().resolve("collect"));
        }

        @Override
        public AnswerService answers() {
            return new AnswerService(client, backend.workspace());
        }

        @Override
        public FileUpload files() {
            return new FileUpload(client);
        }
    }

    @BeforeEach
    void start() throws IOException {
        site = new PretendSite();
        site.page("/", "<a href=second.html>on</a>");
        site.on("/second.html", _ -> {
            asked.countDown();
            try {
                assertThat(gate.await(60, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return PretendSite.html("<p>late</p>");
        });
        site.otherwise(request -> PretendSite.html("<a href=%s1>on</a>".formatted(request.getTarget())));
        CollectSettings usual = CollectSettings.of(List.of()).allowingPrivate();
        server = new McpDesk(new Permissions(usual, usual.bounds(), List.of(), Optional::empty), "1")
                .serve(token -> token.equals("good") ? Optional.of(new Visitor("v", desk)) : Optional.empty(), 0);
    }

    @AfterEach
    void end() {
        gate.countDown();
        server.close();
        site.close();
        owner.close();
        backend.close();
    }

    @Test
    void itTellsHowFarItIs() {
        List<String> told = new CopyOnWriteArrayList<>();
        gate.countDown();
        try (McpSyncClient client = McpClient.sync(HttpClientStreamableHttpTransport.builder(
                                "http://127.0.0.1:" + server.url().getPort())
                        .endpoint("/mcp")
                        .addHttpRequestCustomizer(
                                (request, _, _, _, _) -> request.setHeader("Authorization", "Bearer good"))
                        .build())
                .requestTimeout(Duration.ofSeconds(60))
                .progressConsumer(progress -> told.add(String.valueOf(progress.message())))
                .build()) {
            client.initialize();

            CallToolResult result = client.callTool(CallToolRequest.builder("scrape_website")
                    .arguments(Map.of("url", site.url("/")))
                    .progressToken("p")
                    .build());

            assertThat(result.isError()).as(String.valueOf(result)).isFalse();
            assertThat(told).anyMatch(message -> message.contains("pages"));
        }
    }

    @Test
    void takenBackItStops() throws Exception {
        String session = begin();
        CompletableFuture<HttpResponse<String>> call =
                HTTP.sendAsync(request(session, scrape(7)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

        HttpResponse<String> told = post(
                session,
                "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7,\"reason\":\"enough\"}}");

        assertThat(told.statusCode()).isEqualTo(202);
        until(() -> report().state().equals("stopped"));
        assertThat(report().canGoOn()).isTrue();
        until(call::isDone);
        assertThat(post(session, "{\"jsonrpc\":\"2.0\",\"id\":8,\"method\":\"ping\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void anothersCallIsNotTakenBack() throws Exception {
        String mine = begin();
        String other = begin();
        CompletableFuture<HttpResponse<String>> call =
                HTTP.sendAsync(request(mine, scrape(7)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

        post(other, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":7}}");
        post(mine, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":\"7\"}}");
        gate.countDown();

        assertThat(call.get(60, TimeUnit.SECONDS).body()).contains("\"state\":\"done\"");
    }

    @Test
    void whereNobodyListensAnyMoreItStops() throws Exception {
        String session = begin();
        try (HttpClient leaving = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> call = leaving.send(
                    request(session, scrapeOf(site.url("/endless"), 7)).build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            assertThat(call.body().read()).isPositive();
            call.body().close();
            leaving.shutdownNow();
        }

        until(() -> report().state().equals("stopped"));
    }

    @Test
    void aClientThatIsGoneIsNoticedThoughItAskedForNoProgress() throws Exception {
        String session = begin();
        try (HttpClient leaving = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<String>> call = leaving.sendAsync(
                    request(session, scrape(7).replace("progressToken", "nothing"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();
            call.cancel(true);
            leaving.shutdownNow();
        }

        until(() -> report().state().equals("stopped"));
    }

    @Test
    void aCallThatTakesLongerThanAHeartbeatIsAnsweredWhole() throws Exception {
        String session = begin();
        HttpResponse<InputStream> call = HTTP.send(
                request(session, scrape(7).replace("progressToken", "nothing")).build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(call.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo(":");
            gate.countDown();

            assertThat(lines.lines().filter(line -> line.startsWith("data:")))
                    .singleElement()
                    .asString()
                    .contains("\"state\":\"done\"");
        }
    }

    @Test
    void whenTheServerClosesItStops() throws Exception {
        String session = begin();
        CompletableFuture<HttpResponse<String>> call =
                HTTP.sendAsync(request(session, scrape(7)).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

        server.close();

        until(() -> report().state().equals("stopped"));
        until(call::isDone);
    }

    private CollectReport report() {
        return desk.collecting().sessions().getFirst();
    }

    private static String scrapeOf(String url, int id) {
        return """
                {"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"scrape_website",\
                "arguments":{"url":"%s"},"_meta":{"progressToken":"p"}}}""".formatted(id, url);
    }

    private String scrape(int id) {
        return scrapeOf(site.url("/"), id);
    }

    private String begin() throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request("", """
                                {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18",\
                                "capabilities":{},"clientInfo":{"name":"raw","version":"0"}}}""").build(), HttpResponse.BodyHandlers.ofString());
        String session = answer.headers().firstValue("Mcp-Session-Id").orElseThrow();
        post(session, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
        return session;
    }

    private HttpResponse<String> post(String session, String message) throws IOException, InterruptedException {
        JSON.readTree(message);
        return HTTP.send(request(session, message).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String session, String message) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(server.url().toString()))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .header("Authorization", "Bearer good")
                .POST(HttpRequest.BodyPublishers.ofString(message));
        return session.isEmpty() ? request : request.header("Mcp-Session-Id", session);
    }

    private static void until(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }
}

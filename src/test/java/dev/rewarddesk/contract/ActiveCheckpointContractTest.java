package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.CHECKPOINTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.openapi.Held;
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
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The active checkpoint for who serves the model; evidence, schedule and what an activation would mean for who decides. */
@OnEveryMouth
final class ActiveCheckpointContractTest {

    private final Workspace workspace;

    ActiveCheckpointContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @Test
    void whoHasTheActiveOneAlreadyIsToldSoCheaply() {
        String id = activated();

        TestApi.Answer first = workspace.annotator().get(CHECKPOINTS + "/active");
        assertThat(first.ok().at("/data/id").asText()).isEqualTo(id);
        String tag = first.header("ETag");
        assertThat(tag).matches("\"[^\"]+\"");
        TestApi.Answer again = activeUnless(tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.bytes()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(activeUnless("\"other\", " + tag).status()).isEqualTo(304);

        String next = activated();

        assertThat(activeUnless(tag).ok().at("/data/id").asText()).isEqualTo(next);
    }

    @Test
    @Timeout(60)
    void aListenerHearsOfAnActivation() throws Exception {
        String before = activated();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader stream = listen(http, "")) {
            assertThat(nextEvent(stream).path("id").asText()).isEqualTo(before);

            String after = activated();

            assertThat(nextEvent(stream).path("id").asText()).isEqualTo(after);
        }
    }

    @Test
    @Timeout(60)
    void aListenerThatComesAgainIsNotToldTheSameTwice() throws Exception {
        activated();
        String tag =
                workspace.lead().get(CHECKPOINTS + "/active").ok().path("etag").asText();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader stream = listen(http, tag)) {
            String after = activated();

            assertThat(nextEvent(stream).path("id").asText()).isEqualTo(after);
        }
    }

    @Test
    @Timeout(60)
    void aListenerHearsOfAnActivationThatCouldNotBeDoneAtItsTime() throws Exception {
        String active = activated();
        String doomed = created();
        String schedule = workspace
                .lead()
                .post(
                        CHECKPOINTS + "/schedule",
                        TestApi.json(
                                Map.of("checkpoint_id", doomed, "due_at", "2126-01-01T00:00:00Z", "reason", "tonight")))
                .ok()
                .at("/data/id")
                .asText();
        try (HttpClient http = HttpClient.newHttpClient();
                BufferedReader stream = listen(http, "")) {
            assertThat(nextEvent(stream).path("id").asText()).isEqualTo(active);

            workspace.lead().delete(CHECKPOINTS + "?id=" + doomed).ok();

            JsonNode failed = nextEvent(stream);
            assertThat(failed.path("id").asText()).isEqualTo(schedule);
            assertThat(failed.path("state").asText()).isEqualTo("failed");
            assertThat(failed.path("outcome").asText()).contains("deleted");
        }
        assertThat(workspace
                        .annotator()
                        .get(CHECKPOINTS + "/schedule?state=failed&finished_since=2026-01-01T00:00:00Z&limit=1000")
                        .ok()
                        .path("data")
                        .findValuesAsText("id"))
                .contains(schedule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/active", "/events"})
    void strangersAndTheSignedOutHearNothing(String path) {
        assertThat(workspace.signedOut().get(CHECKPOINTS + path).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/evidence", "/comparison", "/activation"})
    void evidenceIsForLeadsAndPipelines(String path) {
        String id = activated();

        assertThat(workspace.service().get(CHECKPOINTS + path + "?id=" + id).status())
                .isEqualTo(200);
        Expect.failure(workspace.annotator().get(CHECKPOINTS + path + "?id=" + id), 403, "not_a_lead");
        Expect.failure(workspace.lead().get(CHECKPOINTS + path), 400, "invalid_id");
        Expect.failure(
                workspace.lead().get(CHECKPOINTS + path + "?id=" + UUID.randomUUID()), 404, "checkpoint_not_found");
    }

    @Test
    void rewardsAreEvidenceForTheCheckpointThatItsResponseNames() {
        String id = created();
        String response =
                workspace.response(Map.of("checkpoint_id", id)).path("id").asText();
        workspace
                .annotator()
                .post("/functions/v1/rft-rewards", TestApi.json(Map.of("response_id", response, "score", 0.5)))
                .ok();

        JsonNode evidence =
                workspace.lead().get(CHECKPOINTS + "/evidence?id=" + id).ok().path("data");

        assertThat(evidence.at("/summary/rewards").asInt()).isEqualTo(1);
        assertThat(evidence.at("/summary/reward/mean").asDouble()).isEqualTo(0.5);
        Expect.failure(
                workspace
                        .service()
                        .post(
                                Workspace.RESPONSES,
                                TestApi.json(Map.of(
                                        "user_id", "u",
                                        "prompt", "p",
                                        "response_text", "r",
                                        "checkpoint_id", UUID.randomUUID()))),
                404,
                "checkpoint_not_found");
    }

    @Test
    void anActivationIsSetForLaterListedAndCancelled() {
        String wish = TestApi.json(
                Map.of("checkpoint_id", created(), "due_at", "2126-01-01T00:00:00Z", "reason", "after the release"));
        Expect.failure(workspace.annotator().post(CHECKPOINTS + "/schedule", wish), 403, "not_a_lead");
        String schedule = workspace
                .lead()
                .post(CHECKPOINTS + "/schedule", wish)
                .ok()
                .at("/data/id")
                .asText();

        assertThat(workspace
                        .annotator()
                        .get(CHECKPOINTS + "/schedule?state=waiting&limit=1000")
                        .ok()
                        .path("data")
                        .findValuesAsText("id"))
                .contains(schedule);
        Expect.failure(workspace.annotator().delete(CHECKPOINTS + "/schedule?id=" + schedule), 403, "not_a_lead");
        assertThat(workspace
                        .lead()
                        .delete(CHECKPOINTS + "/schedule?id=" + schedule)
                        .ok()
                        .at("/data/state")
                        .asText())
                .isEqualTo("cancelled");
        Expect.failure(workspace.lead().delete(CHECKPOINTS + "/schedule?id=" + schedule), 409, "not_waiting");
        Expect.failure(workspace.lead().get(CHECKPOINTS + "/schedule?state=gone"), 400, "invalid_state");
        Expect.failure(workspace.lead().post(CHECKPOINTS + "/schedule/perform", "{}"), 403, "not_a_service");
    }

    private BufferedReader listen(HttpClient http, String lastEvent) throws IOException, InterruptedException {
        TestApi lead = workspace.lead();
        HttpRequest request = HttpRequest.newBuilder(URI.create(lead.url() + CHECKPOINTS + "/events"))
                .header("apikey", String.valueOf(lead.key()))
                .header("Authorization", "Bearer " + lead.token())
                .header("Last-Event-ID", lastEvent)
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static JsonNode nextEvent(BufferedReader stream) throws IOException {
        String event = "";
        for (String line = stream.readLine(); line != null; line = stream.readLine()) {
            if (line.startsWith("event: ")) {
                event = line.substring("event: ".length());
            }
            if (line.startsWith("data: ")) {
                Held.checkEvent("/rft-checkpoints/events", event, line.substring("data: ".length()));
                return TestApi.parsed(line.substring("data: ".length()));
            }
        }
        throw new AssertionError("The stream ended");
    }

    private TestApi.Answer activeUnless(String tag) {
        return workspace.lead().send("GET", CHECKPOINTS + "/active", null, Map.of("If-None-Match", tag));
    }

    private String activated() {
        String id = created();
        workspace
                .lead()
                .put(CHECKPOINTS + "?id=" + id, "{\"is_active\": true, \"reason\": \"better\"}")
                .ok();
        return id;
    }

    private String created() {
        return workspace
                .lead()
                .post(CHECKPOINTS, TestApi.json(Map.of("version", "v-" + UUID.randomUUID(), "storage_key", "k")))
                .ok()
                .at("/data/id")
                .asText();
    }
}

package dev.rewarddesk.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that is not as promised is seen, whatever is wrong with it. */
final class HeldTest {

    private static final String REWARD = "/paths/~1rft-rewards/post";
    private static final String JSON = "application/json";

    private final Held held = new Held(Promise.ours());
    private final ObjectNode reward = (ObjectNode) Promise.ours()
            .document()
            .at("/components/responses/OneReward/content/application~1json/example")
            .deepCopy();
    private final ObjectNode asked = (ObjectNode) Promise.ours()
            .document()
            .at(REWARD + "/requestBody/content/application~1json/examples/score/value")
            .deepCopy();

    @Test
    void anEventIsHeldAgainstItsOwnSchema() {
        Held ours = new Held(Promise.ours());
        String path = "/rft-checkpoints/events";

        assertThat(ours.deviationsOfEvent(path, "active_checkpoint", "null")).isEmpty();
        assertThat(ours.deviationsOfEvent(path, "active_checkpoint", "{\"id\":7}"))
                .isNotEmpty();
        assertThat(ours.deviationsOfEvent(path, "schedule_failed", "null")).isNotEmpty();
        assertThat(ours.deviationsOfEvent(path, "schedule_failed", "{")).isNotEmpty();
        assertThat(ours.deviationsOfEvent(path, "another", "null")).isNotEmpty();
    }

    @Test
    void whatIsAsPromisedPasses() {
        assertThat(created()).isEmpty();
        assertThat(deviations(
                        "GET",
                        "/rft-checkpoints/active",
                        304,
                        Map.of("ETag", "\"a\"", "Cache-Control", "no-cache"),
                        ""))
                .isEmpty();
    }

    @Test
    void aFieldTooManyOrMissingIsSeen() {
        data().put("password", "x");
        assertThat(created()).anyMatch(one -> one.contains("password"));
        data().remove("password");
        data().remove("revision");
        assertThat(created()).anyMatch(one -> one.contains("revision"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "score | 2",
                "score | \"0.5\"",
                "score | null",
                "id | \"7\"",
                "quality | 6",
                "feedback_type | \"love\"",
                "created_at | \"yesterday\"",
                "tags | null",
                "responses | {}"
            })
    void aValueOutOfBoundsIsSeen(String field, String value) throws IOException {
        data().set(field, new JsonMapper().readTree(value));

        assertThat(created()).anyMatch(one -> one.contains("/data/" + field));
    }

    @Test
    void anAnswerOfAnotherTypeOrNoneIsSeen() {
        assertThat(deviations("GET", "/rft-responses/queue", 200, Map.of("Content-Type", "text/html"), "<p>"))
                .isNotEmpty();
        assertThat(deviations("GET", "/rft-responses/queue", 200, Map.of("Content-Type", JSON), ""))
                .isNotEmpty();
        assertThat(deviations("GET", "/rft-responses/queue", 200, Map.of("Content-Type", JSON), "{"))
                .isNotEmpty();
    }

    @Test
    void aStatusOrCodeThatTheOperationDoesNotHaveIsSeen() {
        assertThat(failed(404, "response_not_found")).isEmpty();
        assertThat(failed(404, "reward_not_found")).isNotEmpty();
        assertThat(failed(418, "response_not_found")).containsExactly("There is no status 418 in it");
        assertThat(failed(400, "invalid_weather")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Retry-After", "Content-Type"})
    void aHeaderThatIsMissingIsSeen(String header) {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", JSON, "Retry-After", "2"));
        String busy = "{\"success\": false, \"error\": \"Busy.\", \"code\": \"busy\"}";
        assertThat(deviations("GET", "/rft-rewards", 503, headers, busy)).isEmpty();

        headers.remove(header);

        assertThat(deviations("GET", "/rft-rewards", 503, headers, busy)).isNotEmpty();
    }

    @Test
    void aHeaderThatIsNoneIsSeen() {
        assertThat(deviations(
                        "GET", "/rft-checkpoints/active", 304, Map.of("ETag", "bare", "Cache-Control", "no-cache"), ""))
                .isNotEmpty();
    }

    @Test
    void anAcceptedRequestThatIsNotDescribedIsSeen() {
        asked.put("score", 5);
        assertThat(created()).anyMatch(one -> one.startsWith("The request"));
        asked.removeAll();
        assertThat(created()).anyMatch(one -> one.startsWith("The request"));
    }

    @Test
    void anAcceptedFormThatIsNotDescribedIsSeen() {
        JsonNode uploaded =
                Promise.ours().document().at("/paths/~1upload/post/responses/200/content/application~1json/example");
        assertThat(held.deviations(upload("name=\"file\"; filename=\"a.png\"", uploaded)))
                .isEmpty();
        assertThat(held.deviations(upload("name=\"metadata\"", uploaded))).isNotEmpty();
    }

    @Test
    void successWhereNothingIsDescribedIsSeen() {
        assertThat(deviations("GET", "/rft-models", 200, Map.of("Content-Type", JSON), "{}"))
                .isNotEmpty();
        assertThat(deviations(
                        "PATCH", "/rft-rewards", 405, Map.of("Content-Type", JSON), failure("method_not_allowed")))
                .containsExactly("405 comes with Allow");
    }

    @Test
    void theTestsThemselvesLookAtEveryAnswer() throws IOException {
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        liar.createContext("/", exchange -> {
            byte[] lie = "{\"success\": true, \"data\": {\"done\": -1}}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", JSON);
            exchange.sendResponseHeaders(200, lie.length);
            exchange.getResponseBody().write(lie);
            exchange.close();
        });
        liar.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + liar.getAddress().getPort());
            TestApi api = new TestApi(url, "key", null);

            assertThatThrownBy(() -> api.get("/functions/v1/rft-responses/queue"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("/data/done");
        } finally {
            liar.stop(0);
        }
    }

    private ObjectNode data() {
        return (ObjectNode) reward.path("data");
    }

    private List<String> created() {
        return held.deviations(new Exchange(
                "POST",
                "/rft-rewards",
                new Exchange.Content(Map.of("Content-Type", JSON), asked.toString()),
                200,
                new Exchange.Content(Map.of("Content-Type", JSON), reward.toString())));
    }

    private List<String> failed(int status, String code) {
        return deviations("POST", "/rft-rewards", status, Map.of("Content-Type", JSON), failure(code));
    }

    private static String failure(String code) {
        return "{\"success\": false, \"error\": \"No.\", \"code\": \"%s\"}".formatted(code);
    }

    private List<String> deviations(String method, String path, int status, Map<String, String> headers, String body) {
        return held.deviations(new Exchange(
                method, path, new Exchange.Content(Map.of(), ""), status, new Exchange.Content(headers, body)));
    }

    private static Exchange upload(String disposition, JsonNode answer) {
        String form = "--b\r\nContent-Disposition: form-data; %s\r\n\r\nx\r\n--b--\r\n".formatted(disposition);
        return new Exchange(
                "POST",
                "/upload",
                new Exchange.Content(Map.of("Content-Type", "multipart/form-data; boundary=b"), form),
                200,
                new Exchange.Content(Map.of("Content-Type", JSON), answer.toString()));
    }
}

package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.CHECKPOINTS;
import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static dev.rewarddesk.contract.Workspace.REWARDS;
import static dev.rewarddesk.contract.Workspace.UPLOAD;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds everywhere: keys, CORS, forms of answers, statuses, lists and repeats. */
@OnEveryMouth
final class EnvelopeContractTest {

    private static final String RESPONSE = "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\"}";

    private final Workspace workspace;

    EnvelopeContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @ParameterizedTest
    @ValueSource(strings = {RESPONSES, REWARDS, CHECKPOINTS})
    void withoutKeyOrTokenNothingIsAnswered(String route) {
        String secret = workspace.secretKey();
        String publishable = workspace.publishableKey();
        for (List<@Nullable String> wrong : List.of(
                Arrays.<@Nullable String>asList(null, null),
                Arrays.<@Nullable String>asList(publishable, null),
                Arrays.<@Nullable String>asList(publishable, publishable),
                Arrays.<@Nullable String>asList("sb_secret_guess", "sb_secret_guess"),
                Arrays.<@Nullable String>asList(null, secret),
                Arrays.<@Nullable String>asList(publishable, "eyJhbGciOiJub25lIn0.e30."),
                Arrays.<@Nullable String>asList(publishable, secret + "x"))) {
            TestApi.Answer answer =
                    workspace.caller(wrong.getFirst(), wrong.getLast()).get(route);
            assertThat(answer.status()).as("%s", wrong).isEqualTo(401);
            Expect.envelope(answer);
        }
    }

    @Test
    void aTamperedTokenIsRefused() {
        String token = String.valueOf(workspace.annotator().token());
        String payload = token.split("\\.", -1)[1];
        String other = token.replace(payload, payload.substring(0, payload.length() - 2) + "AA");

        assertThat(workspace
                        .caller(workspace.publishableKey(), other)
                        .get(RESPONSES)
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {UPLOAD, RESPONSES, RESPONSES + "/queue/claim", REWARDS, CHECKPOINTS, CHECKPOINTS + "/rollback"})
    void preflightIsAnsweredWithoutAToken(String route) {
        TestApi.Answer answer = workspace
                .caller(null, null)
                .send(
                        "OPTIONS",
                        route,
                        null,
                        Map.of("Origin", "https://example.org", "Access-Control-Request-Method", "POST"));

        assertThat(answer.status()).isBetween(200, 204);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Access-Control-Allow-Methods")).contains("POST", "PUT", "DELETE", "GET");
        assertThat(answer.header("Access-Control-Allow-Headers").toLowerCase(Locale.ROOT))
                .contains("authorization", "apikey", "content-type", "idempotency-key", "if-match");
    }

    @Test
    void failuresMayBeReadByOtherOriginsToo() {
        assertThat(workspace.signedOut().get(RESPONSES).header("Access-Control-Allow-Origin"))
                .isEqualTo("*");
    }

    @ParameterizedTest
    @CsvSource({
        "PATCH, rft-responses",
        "DELETE, rft-responses/facets",
        "PATCH, rft-rewards",
        "PATCH, rft-checkpoints",
        "PUT, upload",
        "DELETE, upload",
        "GET, rft-checkpoints/rollback",
        "PUT, rft-responses/queue/claim"
    })
    void anotherMethodIsRefused(String method, String route) {
        TestApi.Answer answer = workspace.service().send(method, "/functions/v1/" + route, null, Map.of());

        Expect.failure(answer, 405, "method_not_allowed");
        assertThat(answer.header("Allow")).isNotBlank();
    }

    @Test
    void anUnknownRouteIsNotFound() {
        assertThat(workspace.service().get("/functions/v1/nothing").status()).isEqualTo(404);
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        for (String body : List.of(
                "", "{", "{'a': 1}", "{\"a\": 1} trailing", "NaN", "{\"a\": NaN}", "\u0000", "{\"a\":\"\\u0000\"}")) {
            TestApi.Answer answer = workspace.service().post(RESPONSES, body);
            assertThat(answer.status()).as(body).isEqualTo(400);
            Expect.envelope(answer);
        }
    }

    @Test
    void aBodyInAnotherEncodingOrTypeIsRefused() {
        byte[] latin = {'{', '"', (byte) 0xE4, '"', ':', '1', '}'};
        assertThat(workspace
                        .service()
                        .sendBytes("POST", RESPONSES, latin, Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(400);
        assertThat(workspace
                        .service()
                        .send("POST", RESPONSES, RESPONSE, Map.of("Content-Type", "text/xml"))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        Expect.failure(
                workspace.service().post(RESPONSES, "{\"prompt\": \"" + "x".repeat(9_000_000) + "\"}"),
                413,
                "body_too_large");
    }

    @Test
    void aRepeatedCallGivesTheFirstAnswer() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode first = workspace.service().post(RESPONSES, RESPONSE, key).ok();

        assertThat(workspace.service().post(RESPONSES, RESPONSE, key).ok().equals(first))
                .isTrue();
        Expect.failure(
                workspace.service().post(RESPONSES, RESPONSE.replace("\"a\"", "\"b\""), key),
                409,
                "idempotency_key_reused");
    }

    @Test
    void twentyEqualCallsAtOnceHaveOneEffect() {
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        String user = "repeat-" + UUID.randomUUID();
        String body = RESPONSE.replace("\"p\"", "\"" + user + "\"");

        long answers = IntStream.range(0, 20)
                .parallel()
                .mapToObj(number -> workspace
                        .service()
                        .post(RESPONSES, body, key)
                        .ok()
                        .at("/data/id")
                        .asText())
                .distinct()
                .count();

        assertThat(answers).isEqualTo(1);
        assertThat(workspace
                        .service()
                        .get(RESPONSES + "?user_id=" + user)
                        .ok()
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {RESPONSES, REWARDS, CHECKPOINTS, CHECKPOINTS + "/history"})
    void aLimitOrOffsetThatIsNoNumberOrNegativeIsRefused(String list) {
        for (String query : List.of("limit=x", "limit=-1", "limit=", "limit=1.5", "limit=1e3")) {
            Expect.failure(workspace.service().get(list + "?" + query), 400, "invalid_limit");
        }
        for (String query : List.of("offset=x", "offset=-1", "offset=")) {
            Expect.failure(workspace.service().get(list + "?" + query), 400, "invalid_offset");
        }
        Expect.failure(workspace.service().get(list + "?cursor=guess"), 400, "invalid_cursor");
    }

    @Test
    void aListIsPagedNewestFirstByOffsetAndByCursor() {
        String user = "paged-" + UUID.randomUUID();
        List<String> made = IntStream.range(0, 7)
                .mapToObj(number ->
                        workspace.response(Map.of("user_id", user)).path("id").asText())
                .toList();
        String query = RESPONSES + "?user_id=" + user;

        JsonNode first = workspace.service().get(query + "&limit=3").ok();
        JsonNode second = workspace
                .service()
                .get(query + "&limit=3&cursor=" + first.path("next_cursor").asText())
                .ok();
        JsonNode third = workspace
                .service()
                .get(query + "&limit=3&cursor=" + second.path("next_cursor").asText())
                .ok();

        assertThat(ids(first)).containsExactlyElementsOf(made.reversed().subList(0, 3));
        assertThat(ids(second)).containsExactlyElementsOf(made.reversed().subList(3, 6));
        assertThat(ids(third)).containsExactly(made.getFirst());
        assertThat(third.path("next_cursor").isNull()).isTrue();
        for (JsonNode page : List.of(first, second, third)) {
            assertThat(page.path("success").asBoolean()).isTrue();
            assertThat(page.path("total").asInt()).isEqualTo(7);
            assertThat(page.path("count").asInt()).isEqualTo(page.path("data").size());
        }
        assertThat(ids(workspace.service().get(query + "&limit=3&offset=3").ok()))
                .isEqualTo(ids(second));
        assertThat(workspace
                        .service()
                        .get(query + "&limit=0")
                        .ok()
                        .path("total")
                        .asInt())
                .isEqualTo(7);
    }

    @Test
    void aLimitAboveAThousandIsAThousand() {
        assertThat(workspace
                        .service()
                        .get(RESPONSES + "?limit=100000")
                        .ok()
                        .path("count")
                        .asInt())
                .isLessThanOrEqualTo(1000);
    }

    @Test
    void keysAreSaidInNoFailure() {
        TestApi.Answer answer = workspace.service().post(RESPONSES, "{");
        assertThat(answer.text()).doesNotContain(workspace.secretKey());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("data").findValuesAsText("id");
    }
}

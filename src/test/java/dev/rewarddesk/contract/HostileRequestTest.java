package dev.rewarddesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is thrown at a route, the answer is below 500, in the contract's form, and shows nothing of the program. */
@OnEveryMouth
final class HostileRequestTest {

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE", "PATCH");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "true",
            "0",
            "\"text\"",
            "[]",
            "[[[]]]",
            "{",
            "{}",
            "{\"\": 1}",
            "{\"a\": 1, \"a\": 2}",
            "{\"id\": \"\\u0000\"}",
            "{\"\\u0000\": 1}",
            "{\"user_id\": \"\\ud800\", \"prompt\": \"q\", \"response_text\": \"a\"}",
            "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\", \"metadata\": {\"n\": 1e131071}}",
            "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\", \"metadata\": {\"n\": 1e999999999}}",
            "{\"score\": 1e400, \"response_id\": \"00000000-0000-0000-0000-000000000000\"}",
            "{\"score\": NaN}",
            "{}{}",
            "{\"a\": " + "9".repeat(2000) + "}",
            "{\"n\": 1e400}",
            "{\"tokens\": [null, {}, 1]}",
            "{\"version\": {}, \"storage_key\": []}",
            "{\"reason\": \"other\", \"response_id\": \"'; drop table responses; --\"}",
            "{\"expected_active\": 1, \"is_active\": true}",
            "{\"overlap\": 99999999999999999999}",
            "{\"a\":".repeat(3000) + "1" + "}".repeat(3000),
            "[".repeat(100_000),
            "{\"prompt\": \"" + "x".repeat(1_100_000) + "\"}",
            "\ufeff{}",
            "{\"a\": \"\ud83d\ude00\"}");

    private static final List<String> QUERIES = List.of(
            "id=",
            "id=%00",
            "id=%ff%fe",
            "id=1&id=2",
            "id=00000000-0000-0000-0000-000000000000",
            "limit=%F0%9F%98%80",
            "limit=99999999999999999999",
            "offset=99999999999999999999",
            "offset=999999999",
            "cursor=%00",
            "cursor=1_2",
            "q=%25%5C_%27",
            "q=%00",
            "status=%0a",
            "since=0000-00-00",
            "since=9999-12-31T23:59:60Z",
            "min_score=1e99",
            "%00=1",
            "=",
            "&&&",
            "a[]=1",
            "version=" + "x".repeat(5000));

    private static final List<Map<String, String>> HEADERS = List.of(
            Map.of("If-Match", "*"),
            Map.of("If-Match", "99999999999999999999"),
            Map.of("Idempotency-Key", ""),
            Map.of("Idempotency-Key", "k".repeat(5000)),
            Map.of("Idempotency-Key", "\u00ff\u00fe"),
            Map.of("Content-Type", "application/json; charset=utf-16"),
            Map.of("Content-Type", "nonsense"),
            Map.of("Content-Type", "multipart/form-data"),
            Map.of("Content-Type", "multipart/form-data; boundary="),
            Map.of("Content-Encoding", "gzip"),
            Map.of("Accept", "text/html"));

    private static final List<String> FORMS = List.of(
            "",
            "--b",
            "--b--",
            "--b\r\n\r\n--b--",
            "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
            part("name=\"file\"", "x"),
            part("name=\"file\"; filename=\"\"", ""),
            part("name=\"file\"; filename=\"a.png\"", ""),
            part("name=\"file\"; filename=\"../../a.png\"", "\u0089PNG"),
            part("name=\"file\"; filename=\"a\u0000b\"", "GIF89a"),
            part("name=\"file\"; filename=\"a.gif\"", "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;"),
            part("name=\"file\"; filename=\"a.webp\"", "RIFF\u0004\u0000\u0000\u0000WEBP"),
            part("name=\"file\"; filename=\"a.jpg\"", "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF"),
            part("name=\"metadata\"", "{\"a\":".repeat(5000)),
            part("name=\"metadata\"; filename=\"m.json\"", "{}"));

    private final Workspace workspace;

    HostileRequestTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    // All but the stream of events, which does not end.
    static Stream<String> routes() throws IOException {
        String table = Files.readString(Path.of("supabase", "functions", "_shared", "contract.json"));
        return TestApi.parsed(table).path("routes").findValuesAsText("path").stream()
                .distinct()
                .filter(path -> !path.equals("rft-checkpoints/events"))
                .map(path -> "/functions/v1/" + path);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noBodyBreaksARoute(String route) {
        for (TestApi caller : List.of(workspace.lead(), workspace.service())) {
            for (String method : List.of("POST", "PUT")) {
                for (String body : BODIES) {
                    check(caller.send(method, route + "?id=" + UUID.randomUUID(), body, Map.of()), method, body);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noQueryBreaksARoute(String route) {
        for (String method : METHODS) {
            for (String query : QUERIES) {
                String body = method.equals("POST") || method.equals("PUT") ? "{}" : null;
                check(workspace.service().send(method, route + "?" + query, body, Map.of()), method, query);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noHeaderBreaksARoute(String route) {
        for (String method : METHODS) {
            for (Map<String, String> headers : HEADERS) {
                check(
                        workspace.service().send(method, route + "?id=" + UUID.randomUUID(), "{}", headers),
                        method,
                        headers.toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noFormBreaksARoute(String route) {
        for (String form : FORMS) {
            for (String type : List.of(
                    "multipart/form-data; boundary=b", "multipart/form-data", "multipart/form-data; boundary=\"")) {
                byte[] bytes = form.getBytes(StandardCharsets.ISO_8859_1);
                check(workspace.service().sendBytes("POST", route, bytes, Map.of("Content-Type", type)), type, form);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void noTokenBreaksARoute(String route) {
        Assumptions.assumeFalse(route.endsWith("/health"), "It needs no token");
        List<String> tokens =
                new ArrayList<>(List.of("x", "a.b.c", "..", "eyJhbGciOiJub25lIn0.e30.", "\u00ff", "x".repeat(8000)));
        tokens.add(String.valueOf(workspace.annotator().token()) + "x");
        for (String token : tokens) {
            TestApi.Answer answer =
                    workspace.caller(workspace.publishableKey(), token).get(route);
            assertThat(answer.status()).as(token).isIn(401, 405, 400, 431);
            Expect.envelope(answer);
        }
    }

    private static void check(TestApi.Answer answer, String how, String what) {
        String which = "%s %.60s".formatted(how, what);
        assertThat(answer.status()).as("%s: %s", which, answer.text()).isLessThan(500);
        if (answer.status() >= 400) {
            Expect.envelope(answer);
        } else {
            assertThat(answer.json().path("success").asBoolean()).as(which).isTrue();
        }
    }

    private static String part(String disposition, String content) {
        return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n--b--\r\n";
    }
}

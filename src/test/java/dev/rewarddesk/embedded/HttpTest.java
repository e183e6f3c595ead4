package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every route. */
final class HttpTest {

    private static final String RESPONSES = "/functions/v1/rft-responses";

    private final TestBackend backend = TestBackend.shared();

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:%d", "127.0.0.1.evil.example:%d", "127.0.0.1", "127.0.0.1:1"})
    void aPageWhoseNameWasPointedHereIsTurnedAway(String host) {
        String answer = get(
                "/auth/v1/.well-known/jwks.json", host.formatted(backend.url().getPort()));

        assertThat(answer).startsWith("HTTP/1.1 403").contains("\"wrong_host\"").doesNotContain("kid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:%d", "localhost:%d", "LOCALHOST:%d", "[::1]:%d"})
    void ourOwnNamesAreAnswered(String host) {
        assertThat(get(
                        "/auth/v1/.well-known/jwks.json",
                        host.formatted(backend.url().getPort())))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void preflightsAreAnsweredOnEveryRouteWithoutAToken() {
        for (String path : List.of(
                RESPONSES,
                RESPONSES + "/queue/claim",
                "/functions/v1/upload",
                "/auth/v1/token",
                "/storage/v1/object/sign/scraped-images/a/b",
                "/anything")) {
            TestApi.Answer answer = backend.stranger().send("OPTIONS", path, null, Map.of("Origin", "http://x"));
            assertThat(answer.status()).as(path).isEqualTo(204);
            assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
            assertThat(answer.header("Access-Control-Allow-Headers"))
                    .contains("authorization", "apikey", "content-type", "idempotency-key", "if-match");
        }
    }

    @Test
    void anUnknownPathIs404AndAnotherMethod405WithWhatIsAllowed() {
        for (String path : List.of("/", "/functions/v1/nothing", "/functions/v1/", RESPONSES + "/queue/x", "/admin")) {
            TestApi.Answer answer = backend.service().get(path);
            assertThat(answer.status()).as(path).isEqualTo(404);
            assertThat(answer.json().get("success").asBoolean(true)).as(path).isFalse();
        }
        TestApi.Answer patch = backend.service().send("PATCH", RESPONSES, "{}", Map.of());
        assertThat(patch.status()).isEqualTo(405);
        assertThat(patch.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, POST, PUT");
        assertThat(patch.json().get("success").asBoolean(true)).isFalse();
        assertThat(backend.service().delete(RESPONSES + "/facets").status()).isEqualTo(405);
        assertThat(backend.service().delete("/functions/v1/upload").status()).isEqualTo(405);
        for (String method : List.of("FOO", "PROPFIND", "get")) {
            TestApi.Answer answer = backend.service().send(method, RESPONSES, null, Map.of());
            assertThat(answer.status()).as(method).isEqualTo(405);
            assertThat(answer.code()).isEqualTo("method_not_allowed");
        }
    }

    @Test
    void withoutAKeyOfThisWorkspaceNothingIsAnswered() {
        assertThat(backend.stranger().get(RESPONSES).code()).isEqualTo("no_api_key");
        assertThat(new TestApi(backend.url(), "sb_secret_x", "sb_secret_x")
                        .get(RESPONSES)
                        .status())
                .isEqualTo(401);
        assertThat(backend.anonymous().get(RESPONSES).code()).isEqualTo("no_authorization");
        String publishable = backend.backend().access().publishableKey();
        assertThat(new TestApi(backend.url(), publishable, publishable)
                        .get(RESPONSES)
                        .status())
                .isEqualTo(401);
        String secret = backend.backend().access().secretKey();
        assertThat(new TestApi(backend.url(), publishable, secret)
                        .get(RESPONSES)
                        .status())
                .as("a secret key is no token")
                .isEqualTo(401);
        assertThat(new TestApi(backend.url(), secret, null).get(RESPONSES).status())
                .isEqualTo(200);
        assertThat(backend.service().get("/functions/v1/rft-responses/queue").code())
                .isEqualTo("not_a_person");
    }

    @Test
    void anAddressThatCannotBeDecodedIsRefused() {
        for (String query : List.of("?q=%zz", "?q=%", "?q=a%2", "?%g0=1", "?limit=5&q=%zz")) {
            String answer = get(RESPONSES + query, backend.url().getAuthority());
            assertThat(answer)
                    .as(query)
                    .startsWith("HTTP/1.1 400")
                    .contains("\"invalid_query\"", "Access-Control-Allow-Origin: *", "nosniff");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /functions/v1/%zz HTTP/1.1\nHost: HOST\n\n",
                "GET /functions/v1/%2e%2e/x HTTP/1.1\nHost: HOST\n\n",
                "GET /storage/v1/object/authenticated/scraped-images/..%2f..%2fsecrets.json HTTP/1.1\nHost: HOST\n\n",
                "GET /storage/v1/object/authenticated/scraped-images/../../secrets.json HTTP/1.1\nHost: HOST\n\n",
                "GET http://evil.example/ HTTP/1.1\nHost: HOST\n\n",
                "GET / HTTP/9.9\nHost: HOST\n\n",
                "GET /\n\n",
                "nonsense\n\n",
                "GET / HTTP/1.1\nHost: HOST\nHost: evil.example\n\n",
                "GET /?a=%zz HTTP/1.1\nHost: HOST\n\n",
                "POST /functions/v1/rft-responses HTTP/1.1\nHost: HOST\nContent-Length: -5\n\n",
                "POST /functions/v1/rft-responses HTTP/1.1\nHost: HOST\nTransfer-Encoding: chunked\n\nzz\n\n",
                "TRACE / HTTP/1.1\nHost: HOST\n\n"
            })
    void whateverIsSentNoAnswerIsAPageOrAStackTrace(String request) {
        String answer = RawHttp.send(
                backend.url(), request.replace("HOST", backend.url().getAuthority()));

        assertThat(answer)
                .doesNotContain("server failed")
                .matches("(?s)HTTP/1.[01] (4\\d\\d|505).*")
                .doesNotContainIgnoringCase("<html", "jetty", "javalin", "\tat ", "Exception", "500 ");
    }

    @Test
    void headersOfAnyLengthDoNoHarm() {
        String answer = RawHttp.send(
                backend.url(),
                "GET / HTTP/1.1\nHost: %s\nX: %s\n\n".formatted(backend.url().getAuthority(), "x".repeat(100_000)));

        assertThat(answer).startsWith("HTTP/1.1 431").doesNotContainIgnoringCase("<html");
    }

    private String get(String path, String host) {
        return RawHttp.send(backend.url(), "GET %s HTTP/1.1\nHost: %s\nConnection: close\n\n".formatted(path, host));
    }
}

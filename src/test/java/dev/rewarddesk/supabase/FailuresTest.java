package dev.rewarddesk.supabase;

import static dev.rewarddesk.supabase.FunctionsApi.get;
import static dev.rewarddesk.supabase.FunctionsApi.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailuresTest {

    private PretendWorkspace workspace;
    private SupabaseClient client;

    @BeforeEach
    void start() throws IOException {
        workspace = new PretendWorkspace();
        client = workspace.signedIn();
    }

    @AfterEach
    void stop() {
        client.close();
        workspace.close();
    }

    @ParameterizedTest
    @CsvSource({
        "400, Invalid",
        "403, Forbidden",
        "404, NotFound",
        "405, Server",
        "409, Conflict",
        "413, Invalid",
        "415, Invalid",
        "422, Invalid",
        "429, Server",
        "500, Server",
        "502, Server",
        "503, Server",
        "302, Server"
    })
    void everyStatusIsOneFailureWithTheEnvelopesSentence(int status, String kind) {
        workspace.answer(status, """
                {"success":false,"error":"What was wrong.","code":"some_code","field":"score"}""");

        ServiceFailure failure = failureOf(get("rft-responses"));

        assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(failure).hasMessage("What was wrong.");
        assertThat(failure.code()).isEqualTo("some_code");
        if (failure instanceof ServiceFailure.Invalid invalid) {
            assertThat(invalid.field()).isEqualTo("score");
        }
    }

    @Test
    void signInErrorsAreReadInAllThreeForms() {
        workspace.answer(400, """
                {"code":"invalid_credentials","message":"Invalid login credentials"}""");
        workspace.answer(400, """
                {"code":400,"error_code":"invalid_credentials","msg":"Invalid login credentials"}""");
        workspace.answer(400, """
                {"error":"invalid_credentials","error_description":"Invalid login credentials"}""");

        for (int form = 0; form < 3; form++) {
            ServiceFailure failure = failureOf(() -> client.signIn("ada@example.org", "wrong"));
            assertThat(failure).isInstanceOf(ServiceFailure.Invalid.class).hasMessage("Invalid login credentials");
            assertThat(failure.code()).isEqualTo("invalid_credentials");
        }
    }

    @Test
    void storageHidesTheRealStatusInside() {
        workspace.answer(400, """
                {"statusCode":"404","error":"not_found","message":"Object not found"}""");

        ServiceFailure failure = failureOf(() -> client.storage().fetch("/storage/v1/object/sign/a/b?token=t"));

        assertThat(failure).isInstanceOf(ServiceFailure.NotFound.class).hasMessage("Object not found");
        assertThat(failure.code()).isEqualTo("not_found");
    }

    // A proxy's page, or the platform's word that the function is not there: what was to be done is as good as before.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | <html>Bad request</html>",
                "403 | <html>Blocked by your company</html>",
                "404 | {\"code\":\"NOT_FOUND\",\"message\":\"Requested function was not found\"}",
                "409 | nothing",
                "422 | {}"
            })
    void aRefusalThatIsNotTheWorkspacesOwnIsAFailureOfTheServer(int status, String body) {
        workspace.answer(status, body);

        ServiceFailure failure = failureOf(get("rft-responses"));

        assertThat(failure).isInstanceOf(ServiceFailure.Server.class).hasMessageContaining("HTTP " + status);
        assertThat(failure.getMessage()).doesNotContain("<").contains("instead of the workspace");
    }

    @Test
    void htmlInsteadOfJsonIsAFailureOfTheServer() {
        workspace.answer(502, "<html><body>Bad gateway <script>x</script></body></html>");
        workspace.answer(200, "<html>Welcome to this hotel's network</html>");

        ServiceFailure gateway = failureOf(get("rft-responses"));
        ServiceFailure portal = failureOf(get("rft-responses"));

        assertThat(gateway).isInstanceOf(ServiceFailure.Server.class).hasMessageContaining("HTTP 502");
        assertThat(gateway.getMessage()).doesNotContain("<");
        assertThat(portal).isInstanceOf(ServiceFailure.Server.class);
        assertThat(portal.code()).isEqualTo("malformed_answer");
        assertThat(portal).hasStackTraceContaining("JsonParseException").hasNoSuppressedExceptions();
        assertThat(String.valueOf(portal.getCause())).doesNotContain("hotel");
    }

    @Test
    void missingFieldsAndWrongTypesAreFailuresOfTheServer() {
        for (String body : new String[] {
            "{\"success\":true}",
            "{\"success\":true,\"data\":null}",
            "{\"success\":true,\"data\":{\"name\":\"x\"}}",
            "{\"success\":true,\"data\":{\"name\":null,\"count\":1}}",
            "{\"success\":true,\"data\":{\"name\":\"x\",\"count\":\"many\"}}",
            "[]",
            "null",
            "",
            "{\"success\":tr"
        }) {
            workspace.answer(200, body);

            ServiceFailure failure = failureOf(
                    () -> client.functions().send(get("rft-responses")).data(Row.class));

            assertThat(failure.code()).as(body).isEqualTo("malformed_answer");
        }
    }

    @Test
    void unknownFieldsAreIgnoredAndOptionalOnesMayBeMissing() {
        workspace.answer(200, "{\"success\":true,\"data\":{\"name\":\"x\",\"count\":2,\"color\":\"red\"}}");

        assertThat(client.functions().send(get("rft-responses")).data(Row.class))
                .isEqualTo(new Row("x", 2, null));
    }

    @Test
    void aRequestToSlowDownSaysForHowLong() {
        workspace
                .server()
                .enqueue(new MockResponse.Builder()
                        .code(429)
                        .setHeader("Retry-After", "7")
                        .build());

        ServiceFailure failure = failureOf(get("rft-responses"));

        assertThat(failure).isInstanceOf(ServiceFailure.Server.class);
        assertThat(((ServiceFailure.Server) failure).retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void aCutConnectionSaysWhatMayHaveHappened() {
        workspace
                .server()
                .enqueue(new MockResponse.Builder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .body("x".repeat(100_000))
                        .build());
        workspace
                .server()
                .enqueue(new MockResponse.Builder()
                        .onResponseBody(new SocketEffect.CloseSocket())
                        .body("x".repeat(100_000))
                        .build());

        ServiceFailure reading = failureOf(get("rft-responses"));
        ServiceFailure writing = failureOf(post("rft-rewards"));

        assertThat(reading).isInstanceOf(ServiceFailure.Offline.class).hasMessageContaining("Nothing was changed");
        assertThat(writing)
                .isInstanceOf(ServiceFailure.Offline.class)
                .hasMessageContaining("may or may not have happened");
    }

    @Test
    void aWorkspaceThatIsNotThereIsOfflineAndNothingHappened() throws IOException {
        PretendWorkspace gone = new PretendWorkspace();
        gone.close();

        ServiceFailure failure = failureOf(() -> {
            try (SupabaseClient lonely = gone.signedIn()) {
                lonely.functions().send(post("rft-rewards"));
            }
        });

        assertThat(failure)
                .isInstanceOf(ServiceFailure.Offline.class)
                .hasMessageContaining("127.0.0.1")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void aSilentWorkspaceIsOffline() {
        workspace
                .server()
                .enqueue(new MockResponse.Builder()
                        .headersDelay(30, TimeUnit.SECONDS)
                        .build());

        assertThat(failureOf(post("rft-rewards")))
                .isInstanceOf(ServiceFailure.Offline.class)
                .hasMessageContaining("did not answer in time");
    }

    @Test
    void anEndlessFileIsNotReadToItsEnd() {
        workspace.answer(200, "x".repeat((11 << 20) + 100_000));

        ServiceFailure failure = failureOf(() -> client.storage().fetch("/storage/v1/object/sign/a/b?token=t"));

        assertThat(failure.code()).isEqualTo("answer_too_large");
    }

    @Test
    void redirectsAreNotFollowedWithTheKeyInHand() throws Exception {
        try (PretendWorkspace other = new PretendWorkspace()) {
            other.answer(200, "{}");
            workspace
                    .server()
                    .enqueue(new MockResponse.Builder()
                            .code(307)
                            .setHeader("Location", other.address().url().toString())
                            .build());

            assertThat(failureOf(post("rft-rewards"))).isInstanceOf(ServiceFailure.Server.class);
            assertThat(other.requests()).isZero();
        }
    }

    @Test
    void noFailureCarriesATokenOrKey() {
        workspace.answer(401, "{}");
        workspace.answer(400, "{\"error_code\":\"refresh_token_not_found\",\"msg\":\"Invalid Refresh Token\"}");

        ServiceFailure failure = failureOf(post("rft-rewards").body(Map.of("comment", "private")));

        assertThat(failure).isInstanceOf(ServiceFailure.SignedOut.class);
        assertThat(failure).hasStackTraceContaining("SignedOut");
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain("access-1", PretendWorkspace.KEY, "refresh-of");
    }

    @Test
    void everyPostHasAnIdempotencyKeyOfItsOwn() throws InterruptedException {
        workspace.answer(200, "{}");
        workspace.answer(200, "{}");

        client.functions().send(post("rft-rewards"));
        client.functions().send(post("rft-rewards"));

        String first = workspace.taken().getHeaders().get("Idempotency-Key");
        String second = workspace.taken().getHeaders().get("Idempotency-Key");
        assertThat(first).isNotBlank().isNotEqualTo(second);
    }

    private ServiceFailure failureOf(Call call) {
        return failureOf(() -> client.functions().send(call));
    }

    private static ServiceFailure failureOf(ThrowingCallable call) {
        ServiceFailure failure = catchThrowableOfType(ServiceFailure.class, call);
        if (failure == null) {
            throw new AssertionError("There was no failure");
        }
        return failure;
    }

    private record Row(String name, int count, @Nullable String comment) {}
}

package dev.rewarddesk.supabase;

import static dev.rewarddesk.supabase.FunctionsApi.get;
import static dev.rewarddesk.supabase.PretendWorkspace.NOW;
import static dev.rewarddesk.supabase.PretendWorkspace.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PersonSessionTest {

    private PretendWorkspace workspace;

    @BeforeEach
    void start() throws IOException {
        workspace = new PretendWorkspace();
    }

    @AfterEach
    void stop() {
        workspace.close();
    }

    @Test
    void signingInKeepsTheSession() throws InterruptedException {
        InMemorySessionStore store = new InMemorySessionStore();
        try (SupabaseClient client = workspace.person(store, NOW)) {
            assertThat(client.status()).isEqualTo(new SessionStatus.SignedOut());
            workspace.answerSession("access-1");

            client.signIn("ada@example.org", "correct horse");

            Session expected = session("access-1", NOW.plusSeconds(3600));
            assertThat(client.status()).isEqualTo(new SessionStatus.SignedIn(expected));
            assertThat(store.load()).contains(expected);
            RecordedRequest request = workspace.taken();
            assertThat(request.getTarget()).isEqualTo("/auth/v1/token?grant_type=password");
            assertThat(request.getHeaders().get("apikey")).isEqualTo(PretendWorkspace.KEY);
        }
    }

    @Test
    void aTokenThatIsAboutToEndIsRenewedFirst() throws InterruptedException {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.plusSeconds(30)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.answerSession("access-2");
            workspace.answer(200, "{}");

            client.functions().send(get("rft-responses"));

            assertThat(workspace.taken().getTarget()).contains("grant_type=refresh_token");
            assertThat(workspace.taken().getHeaders().get("Authorization")).isEqualTo("Bearer access-2");
            assertThat(store.load().map(Session::refreshToken)).contains("refresh-of-access-2");
        }
    }

    @Test
    void aTokenThatIsStillGoodIsUsedWhenRenewingFails() throws InterruptedException {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.plusSeconds(30)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.answer(503, "");
            workspace.answer(200, "{}");

            client.functions().send(get("rft-responses"));

            workspace.taken();
            assertThat(workspace.taken().getHeaders().get("Authorization")).isEqualTo("Bearer access-1");
        }
    }

    @Test
    void aRefusedTokenIsRenewedAndTheCallSentOnceMoreWithTheSameKey() throws InterruptedException {
        try (SupabaseClient client = workspace.signedIn()) {
            workspace.answer(401, "{}");
            workspace.answerSession("access-2");
            workspace.answer(200, "{}");

            client.functions().send(FunctionsApi.post("rft-rewards"));

            String first = workspace.taken().getHeaders().get("Idempotency-Key");
            workspace.taken();
            RecordedRequest again = workspace.taken();
            assertThat(again.getHeaders().get("Idempotency-Key")).isEqualTo(first);
            assertThat(again.getHeaders().get("Authorization")).isEqualTo("Bearer access-2");
        }
    }

    @Test
    void aTokenRefusedTwiceIsNotTriedForEver() {
        try (SupabaseClient client = workspace.signedIn()) {
            workspace.answer(401, "{}");
            workspace.answerSession("access-2");
            workspace.answer(401, "{}");

            assertThatExceptionOfType(ServiceFailure.SignedOut.class)
                    .isThrownBy(() -> client.functions().send(get("rft-responses")));
            assertThat(workspace.requests()).isEqualTo(3);
        }
    }

    @Test
    void aSessionThatCannotBeRenewedIsForgotten() {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.minusSeconds(1)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.answer(400, "{\"code\":\"refresh_token_already_used\",\"message\":\"Invalid Refresh Token\"}");

            assertThatExceptionOfType(ServiceFailure.SignedOut.class)
                    .isThrownBy(() -> client.functions().send(get("rft-responses")))
                    .withMessageContaining("sign in again");
            assertThat(client.status()).isEqualTo(new SessionStatus.SignedOut());
            assertThat(store.load()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"30, 30", ", 10"})
    void aRenewalThatIsAskedToWaitWaitsAndKeepsTheSession(@Nullable String retryAfter, int seconds) {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.minusSeconds(1)));
        try (SupabaseClient client = workspace.person(store, now::get)) {
            MockResponse.Builder busy = new MockResponse.Builder()
                    .code(429)
                    .body("{\"code\":\"over_request_rate_limit\",\"message\":\"Request rate limit reached\"}");
            if (retryAfter != null) {
                busy.setHeader("Retry-After", retryAfter);
            }
            workspace.server().enqueue(busy.build());
            for (int second : new int[] {0, 1, seconds - 1}) {
                now.set(NOW.plusSeconds(second));
                assertThatExceptionOfType(ServiceFailure.Server.class)
                        .isThrownBy(() -> client.functions().send(get("rft-responses")))
                        .satisfies(failure -> assertThat(failure.code()).isEqualTo("over_request_rate_limit"));
            }
            assertThat(workspace.requests()).as("not asked again before").isEqualTo(1);
            assertThat(store.load()).isPresent();

            now.set(NOW.plusSeconds(seconds));
            workspace.answerSession("access-2");
            workspace.answer(200, "{}");
            client.functions().send(get("rft-responses"));

            assertThat(store.load().map(Session::accessToken)).contains("access-2");
        }
    }

    @Test
    void aRenewalThatIsAskedToWaitLeavesATokenThatIsStillGoodInUse() throws InterruptedException {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.plusSeconds(30)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.answer(429, "{\"code\":\"over_request_rate_limit\"}");
            workspace.answer(200, "{}");
            workspace.answer(200, "{}");

            client.functions().send(get("rft-responses"));
            client.functions().send(get("rft-responses"));

            workspace.taken();
            assertThat(workspace.taken().getHeaders().get("Authorization")).isEqualTo("Bearer access-1");
            assertThat(workspace.taken().getHeaders().get("Authorization")).isEqualTo("Bearer access-1");
        }
    }

    // The first is what sign-in says of too many renewals at once; the second is somebody else's page.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "409 | {\"code\":\"conflict\",\"message\":\"Too many concurrent token refresh requests\"}",
                "404 | nothing here"
            })
    void aRefusalThatSaysNothingOfTheSessionIsNoneOfWhatTheTokenIsFor(int status, String body) {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.minusSeconds(1)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.answer(status, body);

            assertThatExceptionOfType(ServiceFailure.Server.class)
                    .isThrownBy(() -> client.functions().send(get("rft-responses")))
                    .withMessageContaining("Nothing was lost");
            assertThat(store.load()).isPresent();
        }
    }

    @Test
    void anAccountThatIsGoneIsToldAsSuch() {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.minusSeconds(1)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.answer(404, "{\"code\":\"user_not_found\",\"message\":\"User not found\"}");

            assertThatExceptionOfType(ServiceFailure.SignedOut.class)
                    .isThrownBy(() -> client.functions().send(get("rft-responses")))
                    .withMessageContaining("no longer there");
        }
    }

    @Test
    void anOutageDoesNotSignAnybodyOut() {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.minusSeconds(1)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.answer(503, "");

            assertThatExceptionOfType(ServiceFailure.Server.class)
                    .isThrownBy(() -> client.functions().send(get("rft-responses")));
            assertThat(store.load()).isPresent();
        }
    }

    @Test
    void manyThreadsShareOneRenewal() throws Exception {
        AtomicInteger renewals = new AtomicInteger();
        ConcurrentHashMap<String, Integer> tokens = new ConcurrentHashMap<>();
        workspace.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                if (request.getTarget().contains("grant_type=refresh_token")) {
                    return new MockResponse.Builder()
                            .body("""
                            {"access_token":"access-%d","refresh_token":"r","expires_in":3600,"user":{"id":"%s"}}""".formatted(renewals.incrementAndGet() + 1, PretendWorkspace.PERSON))
                            .build();
                }
                String token = String.valueOf(request.getHeaders().get("Authorization"));
                tokens.merge(token, 1, Integer::sum);
                return new MockResponse.Builder()
                        .code(token.equals("Bearer access-1") ? 401 : 200)
                        .body("{}")
                        .build();
            }
        });
        try (SupabaseClient client = workspace.signedIn();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                calls.add(threads.submit(() -> client.functions().send(get("rft-responses"))));
            }
            for (Future<Answer> call : calls) {
                call.get();
            }
        }
        assertThat(renewals).hasValue(1);
        assertThat(tokens).containsEntry("Bearer access-2", 20);
    }

    @Test
    void signingOutForgetsTheSessionEvenWhenTheWorkspaceIsAway() {
        InMemorySessionStore store = new InMemorySessionStore(session("access-1", NOW.plusSeconds(3600)));
        try (SupabaseClient client = workspace.person(store, NOW)) {
            workspace.close();

            assertThatExceptionOfType(ServiceFailure.Offline.class)
                    .isThrownBy(() -> client.signIn().out());
            assertThat(store.load()).isEmpty();
            assertThat(client.status()).isEqualTo(new SessionStatus.SignedOut());
        }
    }

    @Test
    void aPipelineSendsItsSecretKeyAsBoth() throws InterruptedException {
        WorkspaceAddress secret = new WorkspaceAddress(workspace.address().url(), "sb_secret_pretend");
        try (SupabaseClient client = SupabaseClient.forPipeline(secret)) {
            workspace.answer(200, "{}");

            client.functions().send(get("rft-responses"));

            RecordedRequest request = workspace.taken();
            assertThat(request.getHeaders().get("apikey")).isEqualTo("sb_secret_pretend");
            assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bearer sb_secret_pretend");
            assertThat(client.status()).isEqualTo(new SessionStatus.SecretKey());
        }
    }

    @Test
    void whatIsSentForOnePersonIsNotSentWhileAnotherIsSignedIn() throws InterruptedException {
        try (SupabaseClient client = workspace.signedIn()) {
            assertThatExceptionOfType(ServiceFailure.SignedOut.class)
                    .isThrownBy(
                            () -> client.functions().onlyAs(UUID.randomUUID()).send(get("rft-responses")))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo("another_person"));
            assertThat(workspace.requests()).isZero();

            workspace.answer(200, "{\"success\":true}");
            client.functions().onlyAs(PretendWorkspace.PERSON).send(get("rft-responses"));
            assertThat(workspace.taken().getHeaders().get("Authorization")).isEqualTo("Bearer access-1");
        }
    }

    @Test
    void aRefusedSecretKeyIsNotSentAgain() {
        try (SupabaseClient client = SupabaseClient.forPipeline(workspace.address())) {
            workspace.answer(401, "{\"success\":false,\"error\":\"No such key.\",\"code\":\"bad_key\"}");

            assertThatExceptionOfType(ServiceFailure.SignedOut.class)
                    .isThrownBy(() -> client.functions().send(get("rft-responses")));
            assertThat(workspace.requests()).isEqualTo(1);
        }
    }
}

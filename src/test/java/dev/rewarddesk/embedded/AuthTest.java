package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sign-in as Supabase's clients know it. */
final class AuthTest {

    private final TestBackend backend = TestBackend.shared();

    @Test
    void aPasswordOpensASession() throws ParseException {
        JsonNode session = signIn(newUser());

        assertThat(session.get("token_type").asText()).isEqualTo("bearer");
        assertThat(session.get("expires_in").asInt()).isEqualTo(3600);
        assertThat(session.at("/user/aud").asText()).isEqualTo("authenticated");
        SignedJWT token = SignedJWT.parse(session.get("access_token").asText());
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsKeys("iss", "aud", "exp", "iat", "sub", "role", "aal", "session_id", "email", "is_anonymous");
        assertThat(backend.anonymous()
                        .get("/auth/v1/.well-known/jwks.json")
                        .ok()
                        .at("/keys/0/kid")
                        .asText())
                .isEqualTo(token.getHeader().getKeyID());
        assertThat(backend.stranger().get("/auth/v1/.well-known/jwks.json").text())
                .doesNotContain("\"d\"");
    }

    @Test
    void aWrongPasswordAndAnUnknownAddressAreRefusedAlike() {
        String email = newUser();

        TestApi.Answer wrong = password(email, "not the password");
        TestApi.Answer unknown = password("nobody-" + UUID.randomUUID() + "@example.org", "not the password");

        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(wrong.json().get("error_code").asText()).isEqualTo("invalid_credentials");
    }

    @Test
    void failuresAreToldInTheFormThatTheClientAsksFor() {
        String body = TestApi.json(Map.of("email", "x@example.org", "password", "wrong"));
        TestApi.Answer modern = backend.anonymous()
                .post("/auth/v1/token?grant_type=password", body, Map.of("X-Supabase-Api-Version", "2024-01-01"));
        TestApi.Answer legacy = backend.anonymous().post("/auth/v1/token?grant_type=password", body);

        assertThat(modern.json().get("code").asText()).isEqualTo("invalid_credentials");
        assertThat(modern.json().has("message")).isTrue();
        assertThat(legacy.json().get("code").asInt()).isEqualTo(400);
        assertThat(legacy.json().has("msg")).isTrue();
    }

    @Test
    void guessingIsSlowedDown() {
        String email = newUser();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(password(email, "guess " + guess).status()).isEqualTo(400);
        }

        TestApi.Answer closed = password(email, "password of it");

        assertThat(closed.status()).isEqualTo(429);
        assertThat(closed.json().get("error_code").asText()).isEqualTo("over_request_rate_limit");
        assertThat(Integer.parseInt(closed.header("Retry-After"))).isPositive();
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() throws SQLException {
        String first = signIn(newUser()).get("refresh_token").asText();
        String second = refresh(first).ok().get("refresh_token").asText();
        String third = refresh(second).ok().get("refresh_token").asText();
        assertThat(Set.of(first, second, third)).hasSize(3);
        usedLongAgo();

        TestApi.Answer stolen = refresh(first);

        assertThat(stolen.status()).isEqualTo(400);
        assertThat(stolen.json().get("error_code").asText()).isEqualTo("refresh_token_already_used");
        assertThat(refresh(third).json().get("error_code").asText()).isEqualTo("refresh_token_already_used");
    }

    @Test
    void aClientThatLostTheAnswerIsGivenTheSameSuccessor() throws SQLException {
        String first = signIn(newUser()).get("refresh_token").asText();
        String second = refresh(first).ok().get("refresh_token").asText();
        usedLongAgo();

        assertThat(refresh(first).ok().get("refresh_token").asText())
                .as("the immediate parent of the active token")
                .isEqualTo(second);
    }

    @Test
    void withinTenSecondsEveryFormerTokenIsGivenTheActiveOne() {
        String first = signIn(newUser()).get("refresh_token").asText();
        String second = refresh(first).ok().get("refresh_token").asText();
        String third = refresh(second).ok().get("refresh_token").asText();

        assertThat(refresh(first).ok().get("refresh_token").asText()).isEqualTo(third);
    }

    @Test
    void refreshesAtTheSameTimeAreGivenTheSameSuccessor() {
        String first = signIn(newUser()).get("refresh_token").asText();

        Set<String> successors = IntStream.range(0, 8)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> refresh(first).ok().get("refresh_token").asText()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .collect(Collectors.toSet());

        assertThat(successors).hasSize(1).doesNotContain(first);
    }

    @Test
    void anUnknownRefreshTokenIsRefused() {
        assertThat(refresh("made-up").json().get("error_code").asText()).isEqualTo("refresh_token_not_found");
    }

    @Test
    void theDatabaseHoldsNoTokenAndNoPassword() throws SQLException {
        String email = newUser();
        String refresh = signIn(email).get("refresh_token").asText();

        try (Connection auth = backend.authConnection();
                Statement statement = auth.createStatement();
                var rows = statement.executeQuery(
                        "select u::text || coalesce(string_agg(t::text, ''), '') from auth.users u left join auth.sessions s on s.user_id = u.id left join auth.refresh_tokens t on t.session_id = s.id where u.email = '"
                                + email + "' group by u")) {
            rows.next();
            assertThat(rows.getString(1)).contains("$2a$10$").doesNotContain(refresh, "password of it");
        }
    }

    @Test
    void aBannedUserNeitherSignsInNorStaysSignedIn() throws SQLException {
        String email = newUser();
        String refresh = signIn(email).get("refresh_token").asText();
        auth("update auth.users set banned_until = now() + interval '1 day' where email = '" + email + "'");

        assertThat(password(email, "password of it").json().get("error_code").asText())
                .isEqualTo("user_banned");
        assertThat(refresh(refresh).json().get("error_code").asText()).isEqualTo("user_banned");
    }

    @Test
    void signingOutEndsTheSessionsThatItNames() {
        String email = newUser();
        TestApi one = backend.signIn(email, "password of it");
        TestApi two = backend.signIn(email, "password of it");
        TestApi three = backend.signIn(email, "password of it");

        assertThat(one.post("/auth/v1/logout?scope=local", "").status()).isEqualTo(204);
        assertThat(one.get("/auth/v1/user").json().get("error_code").asText()).isEqualTo("session_not_found");
        assertThat(two.get("/auth/v1/user").status()).isEqualTo(200);

        assertThat(two.post("/auth/v1/logout?scope=others", "").status()).isEqualTo(204);
        assertThat(three.get("/auth/v1/user").status()).isEqualTo(403);
        assertThat(two.get("/auth/v1/user").status()).isEqualTo(200);

        assertThat(two.post("/auth/v1/logout", "").status()).isEqualTo(204);
        assertThat(two.get("/auth/v1/user").status()).isEqualTo(403);
        assertThat(backend.signIn(email, "password of it")
                        .post("/auth/v1/logout?scope=everywhere", "")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aUserChangesTheirPasswordAndDataAndOtherSessionsEnd() {
        String email = newUser();
        TestApi here = backend.signIn(email, "password of it");
        TestApi elsewhere = backend.signIn(email, "password of it");

        JsonNode changed = here.put(
                        "/auth/v1/user", "{\"password\":\"another password\",\"data\":{\"colour\":\"red\"}}")
                .ok();

        assertThat(changed.at("/user_metadata/colour").asText()).isEqualTo("red");
        assertThat(elsewhere.get("/auth/v1/user").status()).isEqualTo(403);
        assertThat(password(email, "password of it").status()).isEqualTo(400);
        assertThat(password(email, "another password").status()).isEqualTo(200);
        assertThat(here.put("/auth/v1/user", "{\"password\":\"short\"}")
                        .json()
                        .get("error_code")
                        .asText())
                .isEqualTo("weak_password");
        assertThat(here.put("/auth/v1/user", TestApi.json(Map.of("password", "ä".repeat(40))))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aPasswordThatCouldNotBeTypedAgainIsRefused() {
        String email = newUser();
        TestApi user = backend.signIn(email, "password of it");

        for (String password : new String[] {"pass\\u0000word", "password\\ud800"}) {
            assertThat(user.put("/auth/v1/user", "{\"password\":\"" + password + "\"}")
                            .json()
                            .get("error_code")
                            .asText())
                    .isEqualTo("weak_password");
        }
        assertThat(password(email, "password of it").status()).isEqualTo(200);
    }

    @Test
    void aChangeThatIsNotMadeIsNotTakenForOne() {
        TestApi user = backend.signIn(newUser(), "password of it");

        for (String body : new String[] {
            "[]", "1", "", "{\"password\":12345678}", "{\"email\":\"other@example.org\"}", "{\"phone\":\"+49\"}"
        }) {
            assertThat(user.put("/auth/v1/user", body).status()).as(body).isIn(400, 422);
        }
        assertThat(backend.owner()
                        .post("/auth/v1/invite", "{\"email\":\"five@example.org\",\"password\":5}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void theLocalOwnersPasswordStaysTheProgramsOwn() {
        assertThat(backend.owner()
                        .put("/auth/v1/user", "{\"password\":\"another password\"}")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyALeadOrAPipelineInvites() {
        String body = TestApi.json(Map.of("email", "new-" + UUID.randomUUID() + "@example.org"));

        assertThat(backend.annotator("ann").post("/auth/v1/invite", body).status())
                .isEqualTo(403);
        assertThat(backend.anonymous().post("/auth/v1/invite", body).status()).isEqualTo(401);
        JsonNode invited = backend.owner().post("/auth/v1/invite", body).ok();
        TestApi person = backend.signIn(
                invited.get("email").asText(), invited.get("initial_password").asText());
        assertThat(person.get("/functions/v1/rft-responses/workspace")
                        .ok()
                        .at("/data/me/role")
                        .asText())
                .isEqualTo("annotator");
        assertThat(backend.owner().post("/auth/v1/invite", body).status()).isEqualTo(422);
        assertThat(backend.owner()
                        .post("/auth/v1/invite", "{\"email\":\"no address\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void nobodySignsUp() {
        TestApi.Answer answer = backend.anonymous()
                .post("/auth/v1/signup", "{\"email\":\"me@example.org\",\"password\":\"let me in please\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().get("error_code").asText()).isEqualTo("signup_disabled");
    }

    @Test
    void badInputIsRefusedAndNeverAnErrorOfTheServer() {
        for (String body : new String[] {
            "",
            "null",
            "[]",
            "{}",
            "{\"email\":1,\"password\":2}",
            "{\"email\":\"a@b\",\"password\":null}",
            "{\"email\":\"a\\u0000b@example.org\",\"password\":\"x\"}",
            "{\"email\":\"\\ud800@example.org\",\"password\":\"x\"}",
            TestApi.json(Map.of("email", "x".repeat(100_000), "password", "y".repeat(100_000)))
        }) {
            assertThat(backend.anonymous()
                            .post("/auth/v1/token?grant_type=password", body)
                            .status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(backend.anonymous().post("/auth/v1/token", "{}").status()).isEqualTo(400);
    }

    private String newUser() {
        String email = "user-" + UUID.randomUUID() + "@example.org";
        backend.service()
                .post("/auth/v1/invite", TestApi.json(Map.of("email", email, "password", "password of it")))
                .ok();
        return email;
    }

    private TestApi.Answer password(String email, String password) {
        return backend.anonymous()
                .post("/auth/v1/token?grant_type=password", TestApi.json(Map.of("email", email, "password", password)));
    }

    private JsonNode signIn(String email) {
        return password(email, "password of it").ok();
    }

    private TestApi.Answer refresh(String token) {
        return backend.anonymous()
                .post("/auth/v1/token?grant_type=refresh_token", TestApi.json(Map.of("refresh_token", token)));
    }

    private void usedLongAgo() throws SQLException {
        auth("update auth.refresh_tokens set used_at = used_at - interval '11 seconds'");
    }

    private void auth(String sql) throws SQLException {
        try (Connection auth = backend.authConnection();
                Statement statement = auth.createStatement()) {
            statement.execute(sql);
        }
    }
}

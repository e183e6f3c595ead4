package dev.rewarddesk.supabase;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/** Sign-in at {@code /auth/v1}. Keeps nothing; {@link PersonSession} does. */
final class AuthApi {

    /** Asks for the newer error form; the older ones are understood as well. */
    private static final Map<String, String> VERSION = Map.of("X-Supabase-Api-Version", "2024-01-01");

    private final Transport transport;
    private final InstantSource clock;

    AuthApi(Transport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** {@code Invalid} with code {@code invalid_credentials} when email or password is wrong. */
    Session signIn(String email, String password) {
        return session("password", Map.of("email", email, "password", password));
    }

    /** A session in place of that one, whose refresh token is used up by it. */
    Session refresh(Session session) {
        return session("refresh_token", Map.of("refresh_token", session.refreshToken()));
    }

    /** Ends that session; one that had ended already is as well. */
    void signOut(Session session) {
        HttpAnswer answer = transport.send(
                Call.post("/auth/v1/logout").query("scope", "local").headers(VERSION), session.accessToken());
        if (!answer.isSuccess() && answer.status() != 401 && answer.status() != 403) {
            throw Failures.of(answer);
        }
    }

    private Session session(String grant, Map<String, String> body) {
        Call call = Call.post("/auth/v1/token")
                .query("grant_type", grant)
                .body(body)
                .headers(VERSION);
        HttpAnswer answer = transport.send(call, transport.apiKey());
        if (!answer.isSuccess()) {
            throw Failures.of(answer);
        }
        Answer json = Answer.read(answer);
        Tokens tokens = json.whole(Tokens.class);
        if (tokens.accessToken().isEmpty() || !tokens.accessToken().chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw Answer.malformed(null);
        }
        JsonNode email = tokens.user().path("email");
        return new Session(
                userId(tokens.user()),
                email.asText(""),
                tokens.accessToken(),
                tokens.refreshToken(),
                clock.instant().plusSeconds(Math.clamp(tokens.expiresIn(), 0, Integer.MAX_VALUE)));
    }

    private static UUID userId(JsonNode user) {
        try {
            return UUID.fromString(user.path("id").asText());
        } catch (IllegalArgumentException noUuid) {
            throw Answer.malformed(noUuid);
        }
    }

    private record Tokens(String accessToken, String refreshToken, long expiresIn, JsonNode user) {}
}

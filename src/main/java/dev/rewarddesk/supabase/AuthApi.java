package dev.rewarddesk.supabase;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sign-in at {@code /auth/v1}. Keeps nothing; {@link PersonSession} does. */
final class AuthApi {

    /** Asks for the newer error form; the older ones are understood as well. */
    static final Map<String, String> VERSION = Map.of("X-Supabase-Api-Version", "2024-01-01");

    /** What Supabase uses where a project says nothing else. */
    private static final long USUAL_LIFETIME = 3600;

    private final Transport transport;
    private final InstantSource clock;

    AuthApi(Transport transport, InstantSource clock) {
        this.transport = transport;
        this.clock = clock;
    }

    /** {@code Invalid} with code {@code invalid_credentials} when email or password is wrong. */
    Session signIn(String email, String password) {
        return token("password", Map.of("email", email, "password", password));
    }

    /** A session for the code that the browser came back with. */
    Session exchange(String code, Pkce pkce) {
        return token("pkce", Map.of("auth_code", code, "code_verifier", pkce.verifier()));
    }

    /** A session in place of that one, whose refresh token is used up by it. */
    Session refresh(String refreshToken) {
        return token("refresh_token", Map.of("refresh_token", refreshToken));
    }

    /** A session for who was sent a link of that type; the token is used up by it. */
    Session verify(String type, String tokenHash) {
        return session(Call.post("/auth/v1/verify").body(Map.of("type", type, "token_hash", tokenHash)));
    }

    /** Where the browser begins to sign in with that provider. */
    URI authorize(String provider, URI redirect, Pkce pkce) {
        return transport.url(Call.get("/auth/v1/authorize")
                .query("provider", provider)
                .query("redirect_to", redirect)
                .query("code_challenge", pkce.challenge())
                .query("code_challenge_method", "s256"));
    }

    /** Where the browser begins to sign in with the identity provider of that mail domain. */
    URI singleSignOn(String domain, URI redirect, Pkce pkce) {
        HttpAnswer answer = transport.send(
                Call.post("/auth/v1/sso")
                        .body(Map.of(
                                "domain",
                                domain,
                                "redirect_to",
                                redirect.toString(),
                                "skip_http_redirect",
                                true,
                                "code_challenge",
                                pkce.challenge(),
                                "code_challenge_method",
                                "s256"))
                        .headers(VERSION),
                transport.apiKey());
        if (!answer.isSuccess()) {
            throw Failures.of(answer);
        }
        try {
            URI url = new URI(Answer.read(answer).whole(Started.class).url());
            if (!"https".equals(url.getScheme()) && !"http".equals(url.getScheme())) {
                throw Answer.malformed(null);
            }
            return url;
        } catch (URISyntaxException noUrl) {
            throw Answer.malformed(noUrl);
        }
    }

    /** What the workspace says of signing in. */
    SignInWays ways() {
        HttpAnswer answer = transport.send(Call.get("/auth/v1/settings").headers(VERSION), transport.apiKey());
        if (!answer.isSuccess()) {
            throw Failures.of(answer);
        }
        return SignInWays.read(Answer.read(answer).whole(JsonNode.class));
    }

    /** Sets the password of the session's person; {@code Invalid} with code {@code weak_password} when it is too weak. */
    void setPassword(Session session, String password) {
        HttpAnswer answer = transport.send(
                Call.put("/auth/v1/user").body(Map.of("password", password)).headers(VERSION), session.accessToken());
        if (!answer.isSuccess()) {
            throw Failures.of(answer);
        }
    }

    /** Ends that session; one that had ended already is as well. */
    void signOut(Session session) {
        HttpAnswer answer = transport.send(
                Call.post("/auth/v1/logout").query("scope", "local").headers(VERSION), session.accessToken());
        if (!answer.isSuccess() && answer.status() != 401 && answer.status() != 403) {
            throw Failures.of(answer);
        }
    }

    private Session token(String grant, Map<String, String> body) {
        return session(Call.post("/auth/v1/token").query("grant_type", grant).body(body));
    }

    private Session session(Call call) {
        HttpAnswer answer = transport.send(call.headers(VERSION), transport.apiKey());
        if (!answer.isSuccess()) {
            throw Failures.of(answer);
        }
        Instant received = clock.instant();
        Tokens tokens = Answer.read(answer).whole(Tokens.class);
        if (!isPlain(tokens.accessToken()) || !isPlain(tokens.refreshToken())) {
            throw Answer.malformed(null);
        }
        // Counted from the receipt: the two clocks need not agree.
        long seconds = tokens.expiresIn() == null ? USUAL_LIFETIME : tokens.expiresIn();
        return new Session(
                userId(tokens.user()),
                tokens.user().path("email").asText(""),
                tokens.accessToken(),
                tokens.refreshToken(),
                received.plusSeconds(Math.clamp(seconds, 0, Integer.MAX_VALUE)));
    }

    private static boolean isPlain(@Nullable String token) {
        return token != null && !token.isEmpty() && token.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }

    private static UUID userId(@Nullable JsonNode user) {
        try {
            return UUID.fromString(user == null ? "" : user.path("id").asText());
        } catch (IllegalArgumentException noUuid) {
            throw Answer.malformed(noUuid);
        }
    }

    private record Tokens(
            String accessToken,
            String refreshToken,
            @Nullable Long expiresIn,
            JsonNode user) {
        /** Never shows the tokens. */
        @Override
        public String toString() {
            return "Tokens[" + expiresIn + " s]";
        }
    }

    private record Started(String url) {}
}

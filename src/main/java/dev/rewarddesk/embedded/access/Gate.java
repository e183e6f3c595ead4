package dev.rewarddesk.embedded.access;

import dev.rewarddesk.embedded.http.Refusal;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;

/** Lets requests in by their key and token, and says who is calling. */
public final class Gate {

    private final ApiKeys keys;
    private final AccessTokens tokens;

    public Gate(ApiKeys keys, AccessTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /**
     * The caller of an operation.
     *
     * @throws Refusal 401 without a key of this workspace, or without a token that is good
     */
    public Caller caller(Context context) {
        boolean secret = hasSecretKey(context);
        Optional<String> bearer = bearer(context).filter(token -> !keys.isPublishable(token));
        if (secret && bearer.map(keys::isSecret).orElse(true)) {
            return new Caller.Service();
        }
        String token = bearer.orElseThrow(
                () -> Refusal.of(401, "no_authorization", "Sign in first: this needs a user's token as Bearer."));
        return tokens.verify(token)
                .orElseThrow(() -> Refusal.of(401, "bad_jwt", "The token is invalid or has expired. Sign in again."));
    }

    /**
     * Whether the request's key is the secret one.
     *
     * @throws Refusal 401 when it is neither of this workspace's keys
     */
    public boolean hasSecretKey(Context context) {
        String key = context.header("apikey");
        if (key == null || key.isBlank()) {
            throw Refusal.of(401, "no_api_key", "The request has no apikey header.");
        }
        if (keys.isSecret(key)) {
            return true;
        }
        if (keys.isPublishable(key)) {
            return false;
        }
        throw Refusal.of(401, "bad_api_key", "The apikey is not one of this workspace's keys.");
    }

    /** The token in the Authorization header; empty where there is none. */
    public static Optional<String> bearer(Context context) {
        return Optional.ofNullable(context.header("Authorization"))
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("bearer "))
                .map(header -> header.substring("bearer ".length()).strip())
                .filter(token -> !token.isEmpty());
    }
}

package dev.rewarddesk.embedded.auth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.access.AccessTokens;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.Route;
import io.javalin.http.Context;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /auth/v1}: sign-in, the account and its sessions. */
public final class AuthRoutes {

    private static final String BASE = "/auth/v1";

    private final Gate gate;
    private final AccessTokens tokens;
    private final AuthDatabase database;
    private final SignIn signIn;
    private final String localOwner;

    /** @param localOwner the address of the account that the program itself signs in */
    public AuthRoutes(Gate gate, AccessTokens tokens, AuthDatabase database, SignIn signIn, String localOwner) {
        this.gate = gate;
        this.tokens = tokens;
        this.database = database;
        this.signIn = signIn;
        this.localOwner = localOwner;
    }

    /** Every route but the invitation. */
    public List<Route> routes() {
        return List.of(
                Route.post(BASE + "/token", this::token),
                Route.post(BASE + "/verify", this::verify),
                Route.get(BASE + "/verify", AuthRoutes::explainInvitation),
                Route.get(BASE + "/user", this::readUser),
                Route.put(BASE + "/user", this::changeUser),
                Route.post(BASE + "/logout", this::logout),
                Route.post(BASE + "/signup", this::signUp),
                Route.get(BASE + "/.well-known/jwks.json", context -> send(context, tokens.publicKeys())),
                Route.get(BASE + "/settings", this::settings),
                Route.get(BASE + "/health", this::health));
    }

    private void token(Context context) throws IOException, SQLException {
        gate.hasSecretKey(context);
        Json.Body body = Json.body(context);
        String grant = context.queryParam("grant_type");
        String document = switch (grant == null ? "" : grant) {
            case "password" ->
                signIn.withPassword(required(body, "email"), required(body, "password"), context.userAgent());
            case "refresh_token" -> signIn.withRefreshToken(required(body, "refresh_token"));
            default -> throw Refusal.of(400, "validation_failed", "grant_type must be password or refresh_token.");
        };
        context.header("Cache-Control", "no-store");
        send(context, document);
    }

    private void verify(Context context) throws IOException, SQLException {
        gate.hasSecretKey(context);
        Json.Body body = Json.body(context);
        if (!"invite".equals(body.text("type"))) {
            throw Refusal.of(400, "validation_failed", "type must be invite.");
        }
        String document = signIn.withInvitation(required(body, "token_hash"), context.userAgent());
        context.header("Cache-Control", "no-store");
        send(context, document);
    }

    // Who opens an invitation's link in a browser is not at the right place yet, and has not used it up.
    private static void explainInvitation(Context context) {
        context.header("Cache-Control", "no-store").header("Referrer-Policy", "no-referrer");
        context.contentType("text/plain; charset=utf-8")
                .result(
                        "You are invited. Copy the address of this page, open Reward Desk on this machine, and paste it under"
                                + " “I was invited”.");
    }

    private void readUser(Context context) throws SQLException {
        Caller.Person person = person(context);
        send(
                context,
                database.transaction(connection -> present(connection, person)).document());
    }

    private void changeUser(Context context) throws IOException, SQLException {
        Caller.Person person = person(context);
        Json.Body body = Json.body(context);
        refuseOtherChanges(body.value());
        @Nullable String password = optional(body, "password");
        @Nullable String metadata = metadata(body.value());
        @Nullable String hash = password == null ? null : Passwords.hash(strong(password));
        send(
                context,
                database.transaction(connection -> {
                            User user = present(connection, person);
                            if (hash != null) {
                                refuseLocalOwner(user);
                                Sessions.endOthers(connection, user.id(), person.session());
                            }
                            Users.change(connection, user.id(), hash, metadata);
                            return present(connection, person);
                        })
                        .document());
    }

    private void logout(Context context) throws SQLException {
        Caller.Person person = person(context);
        String scope = context.queryParam("scope");
        database.transaction(connection -> {
            present(connection, person);
            switch (scope == null ? "global" : scope) {
                case "global" -> Sessions.endAll(connection, person.user());
                case "local" -> Sessions.end(connection, person.session());
                case "others" -> Sessions.endOthers(connection, person.user(), person.session());
                default -> throw Refusal.of(400, "validation_failed", "scope must be global, local or others.");
            }
            return person;
        });
        context.status(204);
    }

    private void signUp(Context context) {
        gate.hasSecretKey(context);
        throw Refusal.of(422, "signup_disabled", "Signups not allowed for this instance");
    }

    private void settings(Context context) {
        gate.hasSecretKey(context);
        send(
                context,
                Json.text(Map.of(
                        "external", Map.of("email", true, "phone", false, "anonymous_users", false),
                        "disable_signup", true,
                        "mailer_autoconfirm", true,
                        "phone_autoconfirm", false,
                        "sms_provider", "",
                        "saml_enabled", false)));
    }

    private void health(Context context) {
        gate.hasSecretKey(context);
        send(
                context,
                Json.text(Map.of(
                        "name", "Reward Desk",
                        "version", "local",
                        "description", "A local workspace that speaks Supabase's API")));
    }

    private Caller.Person person(Context context) {
        gate.hasSecretKey(context);
        String token = Gate.bearer(context)
                .orElseThrow(() -> Refusal.of(401, "no_authorization", "This endpoint requires a valid Bearer token"));
        return tokens.verify(token)
                .orElseThrow(() -> Refusal.of(403, "bad_jwt", "The token is invalid or has expired. Sign in again."));
    }

    private static User present(Connection connection, Caller.Person person) throws SQLException {
        if (!Sessions.exists(connection, person.session(), person.user())) {
            throw Refusal.of(403, "session_not_found", "The session of this token has ended. Sign in again.");
        }
        return Users.byId(connection, person.user())
                .orElseThrow(() -> Refusal.of(403, "user_not_found", "The account no longer exists."));
    }

    private void refuseLocalOwner(User user) {
        if (localOwner.equals(user.email())) {
            throw Refusal.of(
                    422,
                    "validation_failed",
                    "The program itself signs the local owner in, with a password that it keeps. Nothing was changed.");
        }
    }

    // Accepted and not done would be worse than refused.
    private static void refuseOtherChanges(JsonNode body) {
        if (!body.isObject()) {
            throw Refusal.of(400, "validation_failed", "The body must be a JSON object.");
        }
        for (String field : List.of("email", "phone")) {
            if (body.hasNonNull(field)) {
                throw Refusal.of(
                        422, "validation_failed", "%s cannot be changed here. Nothing was changed.".formatted(field));
            }
        }
    }

    static String strong(String password) {
        if (!Passwords.canBeTyped(password)) {
            throw Refusal.of(
                    422, "weak_password", "A password cannot have the character NUL, or half of a surrogate pair.");
        }
        if (password.length() < Passwords.SHORTEST || Passwords.bytes(password) > Passwords.LONGEST) {
            throw Refusal.of(
                    422,
                    "weak_password",
                    "A password needs %d characters and may have at most %d bytes."
                            .formatted(Passwords.SHORTEST, Passwords.LONGEST));
        }
        return password;
    }

    static @Nullable String metadata(JsonNode body) {
        JsonNode data = body.path("data");
        if (data.isMissingNode() || data.isNull()) {
            return null;
        }
        if (!data.isObject()) {
            throw Refusal.of(400, "validation_failed", "data must be a JSON object.");
        }
        return data.toString();
    }

    /** The text, or null where there is none. */
    static @Nullable String optional(Json.Body body, String field) {
        return body.value().hasNonNull(field) ? required(body, field) : null;
    }

    static String required(Json.Body body, String field) {
        String value = body.text(field);
        if (value == null || value.isEmpty()) {
            throw Refusal.of(400, "validation_failed", field + " is required, as text.");
        }
        return value;
    }

    static void send(Context context, String document) {
        context.contentType("application/json").result(document);
    }
}

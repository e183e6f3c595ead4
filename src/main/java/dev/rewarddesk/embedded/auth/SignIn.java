package dev.rewarddesk.embedded.auth;

import com.fasterxml.jackson.databind.util.RawValue;
import dev.rewarddesk.embedded.access.AccessTokens;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Signing in with a password, and staying signed in with refresh tokens. */
public final class SignIn {

    private final AuthDatabase database;
    private final AccessTokens accessTokens;
    private final RefreshTokens refreshTokens;
    private final InvitationTokens invitations;
    private final SignInThrottle throttle;

    /** @param refreshKey what each refresh token's successor is derived with */
    public SignIn(AuthDatabase database, AccessTokens accessTokens, String refreshKey, InstantSource clock) {
        this.database = database;
        this.accessTokens = accessTokens;
        this.refreshTokens = new RefreshTokens(refreshKey);
        this.invitations = new InvitationTokens(refreshKey, clock);
        this.throttle = new SignInThrottle(clock);
    }

    /**
     * Starts a session.
     *
     * @return the session document
     * @throws Refusal in the same words and after the same time whether the address or the password is wrong
     */
    String withPassword(String email, String password, @Nullable String userAgent) throws SQLException {
        Optional<Duration> closed = throttle.closedFor(email);
        if (closed.isPresent()) {
            throw Refusal.of(
                            429,
                            "over_request_rate_limit",
                            "Too many attempts to sign in. Wait a moment and try again.")
                    .retryAfter(closed.get());
        }
        Optional<User> user = database.transaction(connection -> Users.byEmail(connection, email));
        if (!Passwords.matches(password, user.map(User::passwordHash).orElse(null))) {
            throttle.failed(email);
            throw Refusal.of(400, "invalid_credentials", "Invalid login credentials");
        }
        throttle.succeeded(email);
        User known = user.orElseThrow();
        refuseBanned(known);
        return database.transaction(connection -> {
            UUID session = Sessions.start(connection, known.id(), userAgent);
            return document(connection, known.id(), session, refreshTokens.first(connection, session));
        });
    }

    /**
     * Goes on with a session.
     *
     * @return the session document with the next refresh token
     */
    String withRefreshToken(String token) throws SQLException {
        // A reused token ends its session, and that is committed although the caller is refused.
        RefreshTokens.Presented presented =
                database.transaction(connection -> refreshTokens.present(connection, token));
        return switch (presented) {
            case RefreshTokens.Presented.Good good ->
                database.transaction(connection -> document(connection, good.user(), good.session(), good.next()));
            case RefreshTokens.Presented.Reused _ ->
                throw Refusal.of(400, "refresh_token_already_used", "Invalid Refresh Token: Already Used");
            case RefreshTokens.Presented.Unknown _ ->
                throw Refusal.of(400, "refresh_token_not_found", "Invalid Refresh Token: Refresh Token Not Found");
        };
    }

    /** A token with which that person signs in for the first time; empty when they have done so. */
    Optional<String> invitation(Connection connection, UUID user) throws SQLException {
        return invitations.issue(connection, user);
    }

    /**
     * Starts the first session of somebody who was invited.
     *
     * @return the session document
     */
    String withInvitation(String token, @Nullable String userAgent) throws SQLException {
        return database.transaction(connection -> {
            UUID user = invitations
                    .accept(connection, token)
                    .orElseThrow(
                            () -> Refusal.of(
                                    403,
                                    "otp_expired",
                                    "The invitation was used before or is too old. Ask for another, or sign in if you have a password."));
            UUID session = Sessions.start(connection, user, userAgent);
            return document(connection, user, session, refreshTokens.first(connection, session));
        });
    }

    private String document(Connection connection, UUID id, UUID session, String refreshToken) throws SQLException {
        User user = Users.byId(connection, id)
                .orElseThrow(() -> Refusal.of(400, "user_not_found", "The account no longer exists."));
        refuseBanned(user);
        AccessTokens.Issued access = accessTokens.issue(id, session, user.email(), user.anonymous());
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("access_token", access.text());
        document.put("token_type", "bearer");
        document.put("expires_in", AccessTokens.LIFETIME.toSeconds());
        document.put("expires_at", access.expiresAt().getEpochSecond());
        document.put("refresh_token", refreshToken);
        document.put("user", new RawValue(user.document()));
        return Json.text(document);
    }

    private static void refuseBanned(User user) {
        if (user.banned()) {
            throw Refusal.of(400, "user_banned", "User is banned");
        }
    }
}

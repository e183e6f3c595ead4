package dev.rewarddesk.embedded.auth;

import dev.rewarddesk.embedded.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refresh tokens, each good once. The database holds their hashes alone; a token's successor is derived from it with a key,
 * so that a client that lost an answer and asks again can be given the same successor.
 */
final class RefreshTokens {

    private static final int LONGEST_CHAIN = 1000;

    private final SecretKeySpec key;

    RefreshTokens(String key) {
        this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** What came of presenting a token. */
    sealed interface Presented {
        /** Go on with this token. */
        record Good(UUID session, UUID user, String next) implements Presented {}

        /** It was used before: the whole session's tokens are revoked now. */
        record Reused() implements Presented {}

        /** There is no such token. */
        record Unknown() implements Presented {}
    }

    private record Kept(long id, UUID session, UUID user, boolean revoked, boolean justUsed) {}

    private record Active(long parent, String hash) {}

    /** The first token of a session. */
    String first(Connection connection, UUID session) throws SQLException {
        String token = Secrets.random();
        try (PreparedStatement statement =
                connection.prepareStatement("insert into auth.refresh_tokens (session_id, token_hash) values (?, ?)")) {
            statement.setObject(1, session);
            statement.setBytes(2, hash(token));
            statement.execute();
        }
        return token;
    }

    /** Exchanges a token. What this writes must be committed whatever comes of it. */
    Presented present(Connection connection, String token) throws SQLException {
        if (!lockSession(connection, token)) {
            return new Presented.Unknown();
        }
        Optional<Kept> found = find(connection, token);
        if (found.isEmpty()) {
            return new Presented.Unknown();
        }
        Kept kept = found.get();
        if (!kept.revoked()) {
            String next = successor(token);
            rotate(connection, kept, next);
            return new Presented.Good(kept.session(), kept.user(), next);
        }
        Optional<Active> active = active(connection, kept.session());
        if (active.isPresent() && (active.get().parent() == kept.id() || kept.justUsed())) {
            Optional<String> current = descendant(token, active.get().hash());
            if (current.isPresent()) {
                return new Presented.Good(kept.session(), kept.user(), current.get());
            }
        }
        revoke(connection, kept.session());
        return new Presented.Reused();
    }

    // Two refreshes at once take turns, and the second sees what the first did.
    private static boolean lockSession(Connection connection, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select s.id from auth.sessions s
                where s.id = (select t.session_id from auth.refresh_tokens t where t.token_hash = ?) for update
                """)) {
            statement.setBytes(1, hash(token));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static Optional<Kept> find(Connection connection, String token) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select t.id, t.session_id, s.user_id, t.revoked,
                  coalesce(t.used_at > clock_timestamp() - interval '10 seconds', false)
                from auth.refresh_tokens t join auth.sessions s on s.id = t.session_id where t.token_hash = ?
                """)) {
            statement.setBytes(1, hash(token));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(
                                row.getLong(1),
                                row.getObject(2, UUID.class),
                                row.getObject(3, UUID.class),
                                row.getBoolean(4),
                                row.getBoolean(5)))
                        : Optional.empty();
            }
        }
    }

    private static void rotate(Connection connection, Kept kept, String next) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with used as (
                  update auth.refresh_tokens set revoked = true, used_at = clock_timestamp() where id = ?
                ), touched as (
                  update auth.sessions set refreshed_at = now() where id = ?
                )
                insert into auth.refresh_tokens (session_id, token_hash, parent_id) values (?, ?, ?)
                """)) {
            statement.setLong(1, kept.id());
            statement.setObject(2, kept.session());
            statement.setObject(3, kept.session());
            statement.setBytes(4, hash(next));
            statement.setLong(5, kept.id());
            statement.execute();
        }
    }

    private static Optional<Active> active(Connection connection, UUID session) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select coalesce(t.parent_id, 0), encode(t.token_hash, 'hex') from auth.refresh_tokens t
                where t.session_id = ? and not t.revoked order by t.id desc limit 1
                """)) {
            statement.setObject(1, session);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new Active(row.getLong(1), row.getString(2))) : Optional.empty();
            }
        }
    }

    private static void revoke(Connection connection, UUID session) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("update auth.refresh_tokens set revoked = true where session_id = ?")) {
            statement.setObject(1, session);
            statement.execute();
        }
    }

    private Optional<String> descendant(String token, String hash) {
        String current = token;
        for (int step = 0; step < LONGEST_CHAIN; step++) {
            current = successor(current);
            if (HexFormat.of().formatHex(hash(current)).equals(hash)) {
                return Optional.of(current);
            }
        }
        return Optional.empty();
    }

    private String successor(String token) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] next = mac.doFinal(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(next);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

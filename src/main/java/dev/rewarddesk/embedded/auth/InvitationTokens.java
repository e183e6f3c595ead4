package dev.rewarddesk.embedded.auth;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an invited person signs in with for the first time. Nothing of it is stored: it is signed together with how the account
 * is now, so that it ends with the first sign-in, a new password, or a day.
 */
final class InvitationTokens {

    private static final Duration LIFETIME = Duration.ofDays(1);
    private static final int CLAIMS = 24;

    private final SecretKeySpec key;
    private final InstantSource clock;

    InvitationTokens(String key, InstantSource clock) {
        this.key = new SecretKeySpec(("invitation " + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /** A token for that account; empty when it has signed in before, or is not there. */
    Optional<String> issue(Connection connection, UUID user) throws SQLException {
        byte[] claims = ByteBuffer.allocate(CLAIMS)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .putLong(clock.instant().plus(LIFETIME).getEpochSecond())
                .array();
        return untouched(connection, user)
                .map(state -> Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(ByteBuffer.allocate(CLAIMS + 32)
                                .put(claims)
                                .put(signature(claims, state))
                                .array()));
    }

    /** Whose token it is; empty when it is none, or none any more. */
    Optional<UUID> accept(Connection connection, String token) throws SQLException {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException noToken) {
            return Optional.empty();
        }
        if (bytes.length != CLAIMS + 32) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        UUID user = new UUID(buffer.getLong(), buffer.getLong());
        long until = buffer.getLong();
        byte[] claims = Arrays.copyOf(bytes, CLAIMS);
        byte[] given = Arrays.copyOfRange(bytes, CLAIMS, bytes.length);
        if (clock.instant().isAfter(Instant.ofEpochSecond(Math.clamp(until, 0, 1L << 40)))) {
            return Optional.empty();
        }
        return untouched(connection, user)
                .filter(state -> MessageDigest.isEqual(given, signature(claims, state)))
                .map(_ -> user);
    }

    // Locked, so that of two at the same time one comes too late.
    private static Optional<String> untouched(Connection connection, UUID user) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                select coalesce(encrypted_password, '') from auth.users
                where id = ? and last_sign_in_at is null for update
                """)) {
            statement.setObject(1, user);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private byte[] signature(byte[] claims, String state) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(claims);
            return mac.doFinal(state.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

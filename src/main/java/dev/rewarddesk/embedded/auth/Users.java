package dev.rewarddesk.embedded.auth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts, in {@code auth.users}. */
public final class Users {

    private static final String COLUMNS = """
            u.id, u.email, u.encrypted_password, coalesce(u.banned_until > now(), false) as banned, u.is_anonymous,
            jsonb_build_object('id', u.id, 'aud', u.aud, 'role', u.role, 'email', coalesce(u.email, ''),
              'phone', coalesce(u.phone, ''), 'email_confirmed_at', u.email_confirmed_at,
              'confirmed_at', u.email_confirmed_at, 'invited_at', u.invited_at, 'last_sign_in_at', u.last_sign_in_at,
              'app_metadata', u.raw_app_meta_data, 'user_metadata', u.raw_user_meta_data, 'identities', case when u.email is null then '[]'
                else jsonb_build_array(jsonb_build_object('identity_id', u.id, 'id', u.id, 'user_id', u.id, 'provider', 'email',
                  'email', u.email, 'identity_data', jsonb_build_object('sub', u.id, 'email', u.email,
                    'email_verified', u.email_confirmed_at is not null, 'phone_verified', false),
                  'created_at', u.created_at, 'updated_at', u.updated_at, 'last_sign_in_at', u.last_sign_in_at)) end,
              'created_at', u.created_at, 'updated_at', u.updated_at, 'is_anonymous', u.is_anonymous) as document
            """;

    private Users() {}

    static Optional<User> byEmail(Connection connection, String email) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from auth.users u where u.email = ?")) {
            statement.setString(1, normal(email));
            return one(statement);
        }
    }

    static Optional<User> byId(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select " + COLUMNS + " from auth.users u where u.id = ?")) {
            statement.setObject(1, id);
            return one(statement);
        }
    }

    /**
     * Makes an account.
     *
     * @param metadata a JSON object of the user's own data
     * @return its id; empty when the address is taken
     */
    public static Optional<UUID> add(Connection connection, String email, String passwordHash, String metadata)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                insert into auth.users (email, encrypted_password, raw_user_meta_data, email_confirmed_at, invited_at)
                values (?, ?, ?::jsonb, now(), now()) on conflict (email) do nothing returning id
                """)) {
            statement.setString(1, normal(email));
            statement.setString(2, passwordHash);
            statement.setString(3, metadata);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** The account's id; empty when there is none with this address. */
    public static Optional<UUID> idOf(Connection connection, String email) throws SQLException {
        return byEmail(connection, email).map(User::id);
    }

    /** Changes what is given and leaves what is null. */
    static void change(Connection connection, UUID id, @Nullable String passwordHash, @Nullable String metadata)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                update auth.users set encrypted_password = coalesce(?, encrypted_password),
                  raw_user_meta_data = raw_user_meta_data || coalesce(?::jsonb, '{}'), updated_at = now() where id = ?
                """)) {
            statement.setString(1, passwordHash);
            statement.setString(2, metadata);
            statement.setObject(3, id);
            statement.execute();
        }
    }

    /** Removes the account, its sessions and its memberships; false when there is none. */
    static boolean remove(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("delete from auth.users where id = ?")) {
            statement.setObject(1, id);
            return statement.executeUpdate() > 0;
        }
    }

    private static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<User> one(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new User(
                            row.getObject("id", UUID.class),
                            row.getString("email"),
                            row.getString("encrypted_password"),
                            row.getBoolean("banned"),
                            row.getBoolean("is_anonymous"),
                            row.getString("document")))
                    : Optional.empty();
        }
    }
}

package dev.rewarddesk.embedded.auth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is signed in where, in {@code auth.sessions}. A session's refresh tokens go with it. */
final class Sessions {

    private Sessions() {}

    /** Starts a session. */
    static UUID start(Connection connection, UUID user, @Nullable String userAgent) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                with signed_in as (update auth.users set last_sign_in_at = now() where id = ?)
                insert into auth.sessions (user_id, user_agent) values (?, left(?, 500)) returning id
                """)) {
            statement.setObject(1, user);
            statement.setObject(2, user);
            statement.setString(3, userAgent);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    static boolean exists(Connection connection, UUID session, UUID user) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("select 1 from auth.sessions where id = ? and user_id = ?")) {
            statement.setObject(1, session);
            statement.setObject(2, user);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** Ends this session alone. */
    static void end(Connection connection, UUID session) throws SQLException {
        delete(connection, "delete from auth.sessions where id = ?", session);
    }

    /** Ends every session of the user. */
    static void endAll(Connection connection, UUID user) throws SQLException {
        delete(connection, "delete from auth.sessions where user_id = ?", user);
    }

    /** Ends every session of the user but this one. */
    static void endOthers(Connection connection, UUID user, UUID session) throws SQLException {
        delete(connection, "delete from auth.sessions where user_id = ? and id <> ?", user, session);
    }

    private static void delete(Connection connection, String sql, UUID... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}

package dev.rewarddesk.embedded.auth;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on the schema {@code auth}, as the login that owns it. */
public final class AuthDatabase {

    private final DataSource pool;

    /** @param pool connections of {@code supabase_auth_admin}, without auto-commit */
    public AuthDatabase(DataSource pool) {
        this.pool = pool;
    }

    /** Work inside a transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** Does the work in one transaction: all of it or, when it throws, nothing. */
    public <T> T transaction(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (Throwable failure) {
                try {
                    connection.rollback();
                } catch (SQLException second) {
                    failure.addSuppressed(second);
                }
                throw failure;
            }
        }
    }
}

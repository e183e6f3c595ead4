package dev.rewarddesk.embedded.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The door into the SQL: transactions in which the app is somebody, and {@code desk.call} in them. */
public final class Desk {

    private final DataSource pool;

    /** @param pool connections of the login {@code authenticator}, without auto-commit */
    public Desk(DataSource pool) {
        this.pool = pool;
    }

    /**
     * What the caller is to the database, for one transaction.
     *
     * @param role {@code authenticated} or {@code service_role}
     * @param claims the token's claims as JSON
     */
    public record As(String role, String claims) {}

    /** Work inside a transaction. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T in(Transaction transaction) throws SQLException, E;
    }

    /**
     * Does the work as somebody, in one transaction: all of it or, when it throws, nothing.
     *
     * @throws SQLException as the database says it, roles and rules included
     */
    public <T, E extends Exception> T as(As caller, Work<T, E> work) throws SQLException, E {
        try (Connection connection = pool.getConnection()) {
            try {
                become(connection, caller);
                T result = work.in(new Transaction(connection));
                connection.commit();
                return result;
            } catch (Throwable failure) {
                rollback(connection, failure);
                throw failure;
            }
        }
    }

    private static void become(Connection connection, As caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select set_config('request.jwt.claims', ?, true), set_config('role', ?, true)")) {
            statement.setString(1, caller.claims());
            statement.setString(2, caller.role());
            statement.execute();
        }
    }

    private static void rollback(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException second) {
            failure.addSuppressed(second);
        }
    }

    /** One transaction under way, as one caller. */
    public static final class Transaction {
        private final Connection connection;

        private Transaction(Connection connection) {
            this.connection = connection;
        }

        /**
         * Calls an operation of the wire contract.
         *
         * @param operation its name
         * @param query the query parameters as a JSON object of texts
         * @param body the body as JSON; null for none
         * @param headers the headers that count, as a JSON object with lower-case names
         * @return the success document as JSON
         */
        public String call(String operation, String query, @Nullable String body, String headers) throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("select desk.call(?, ?::jsonb, ?::jsonb, ?::jsonb)")) {
                statement.setString(1, operation);
                statement.setString(2, query);
                statement.setString(3, body);
                statement.setString(4, headers);
                try (ResultSet result = statement.executeQuery()) {
                    result.next();
                    String answer = result.getString(1);
                    if (answer == null) {
                        throw new IllegalArgumentException("There is no operation " + operation);
                    }
                    return answer;
                }
            }
        }

        /** The connection, from now on and to the end of the transaction under the program's own role; the claims stay. */
        public Connection asService() throws SQLException {
            try (PreparedStatement statement =
                    connection.prepareStatement("select set_config('role', 'service_role', true)")) {
                statement.execute();
            }
            return connection;
        }

        /** The connection itself, for statements of another kind under the same role. */
        public Connection connection() {
            return connection;
        }
    }
}

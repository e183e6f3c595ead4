package dev.rewarddesk.brain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A connection in which transactions are begun for callers, as the mouths do it. */
final class Session implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    private final Connection connection;

    Session(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** Takes the caller's role and claims until the transaction ends. */
    void begin(Caller caller) throws SQLException {
        rows(
                "select set_config('request.jwt.claims', ?, true), set_config('role', ?, true)",
                caller.claims(),
                caller.role());
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    /** All rows, each as its values in order. */
    List<List<@Nullable Object>> rows(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments);
                ResultSet results = statement.executeQuery()) {
            List<List<@Nullable Object>> rows = new ArrayList<>();
            while (results.next()) {
                List<@Nullable Object> row = new ArrayList<>();
                for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
                    row.add(results.getObject(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The first value of the first row. */
    Object value(String sql, @Nullable Object... arguments) throws SQLException {
        Object value = rows(sql, arguments).getFirst().getFirst();
        if (value == null) {
            throw new SQLException("null from " + sql);
        }
        return value;
    }

    long number(String sql, @Nullable Object... arguments) throws SQLException {
        return ((Number) value(sql, arguments)).longValue();
    }

    UUID uuid(String sql, @Nullable Object... arguments) throws SQLException {
        return (UUID) value(sql, arguments);
    }

    String text(String sql, @Nullable Object... arguments) throws SQLException {
        return value(sql, arguments).toString();
    }

    /** How many rows the statement wrote. */
    int write(String sql, @Nullable Object... arguments) throws SQLException {
        try (PreparedStatement statement = prepared(sql, arguments)) {
            return statement.executeUpdate();
        }
    }

    /** Calls an operation of the contract with a body. */
    JsonNode call(String operation, String body) throws SQLException {
        return call(operation, Map.of(), body, Map.of());
    }

    /** Calls an operation of the contract. */
    JsonNode call(String operation, Map<String, String> query, @Nullable String body, Map<String, String> headers)
            throws SQLException {
        return json(text(
                "select desk.call(?, ?::jsonb, ?::jsonb, ?::jsonb)",
                operation,
                written(query),
                body,
                written(headers)));
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(text, failure);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int index = 0; index < arguments.length; index++) {
            statement.setObject(index + 1, arguments[index]);
        }
        return statement;
    }

    private static String written(Map<String, String> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException failure) {
            throw new IllegalArgumentException(failure);
        }
    }
}

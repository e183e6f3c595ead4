package dev.rewarddesk.collect.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Short ways to say SQL to a connection. What was said once stays prepared. */
final class Statements {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row. */
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    <T> List<T> all(Row<T> reading, String sql, Object... values) throws SQLException {
        try (ResultSet row = bound(sql, values).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (row.next()) {
                all.add(reading.of(row));
            }
            return all;
        }
    }

    /** Reads a row. */
    interface Reading {
        void take(ResultSet row) throws SQLException;
    }

    void each(Reading reading, String sql, Object... values) throws SQLException {
        try (ResultSet row = bound(sql, values).executeQuery()) {
            while (row.next()) {
                reading.take(row);
            }
        }
    }

    int run(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate();
    }

    /** The same for each of these rows of values; answers how many rows were changed. */
    int each(String sql, List<Object[]> rows) throws SQLException {
        int changed = 0;
        for (Object[] values : rows) {
            changed += bound(sql, values).executeUpdate();
        }
        return changed;
    }

    /** Does what answers nothing. */
    void execute(String sql) throws SQLException {
        bound(sql).execute();
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}

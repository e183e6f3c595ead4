package dev.rewarddesk.collect.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The runs. */
final class Sessions {

    private static final String SELECT =
            "select id, settings, state, seeded, started_at, ended_at, worked_millis, message" + " from session ";

    private final Statements sql;
    private final Counting counting;

    Sessions(Statements sql) {
        this.sql = sql;
        this.counting = new Counting(sql);
    }

    int insert(String id, String settings, Instant now) throws SQLException {
        return sql.run(
                "insert into session (id, settings, state, started_at) values (?, ?, 'running', ?)",
                id,
                settings,
                now.toEpochMilli());
    }

    List<RecordedSession> newest(int most) throws SQLException {
        return sql.all(this::read, SELECT + "order by started_at desc, id desc limit ?", most);
    }

    Optional<RecordedSession> find(String id) throws SQLException {
        return sql.all(this::read, SELECT + "where id = ?", id).stream().findFirst();
    }

    int resume(String id, String settings) throws SQLException {
        return sql.run(
                "update session set state = 'running', ended_at = null, message = '', settings = ? where id = ?",
                settings,
                id);
    }

    int worked(String id, long millis) throws SQLException {
        return sql.run("update session set worked_millis = worked_millis + ? where id = ?", millis, id);
    }

    int end(String id, SessionState state, String message, Instant now) throws SQLException {
        return sql.run(
                "update session set state = ?, message = ?, ended_at = ? where id = ?",
                state.name().toLowerCase(Locale.ROOT),
                message,
                now.toEpochMilli(),
                id);
    }

    int seeded(String id) throws SQLException {
        return sql.run("update session set seeded = 1 where id = ?", id);
    }

    private RecordedSession read(ResultSet row) throws SQLException {
        String id = row.getString("id");
        long ended = row.getLong("ended_at");
        return new RecordedSession(
                id,
                row.getString("settings"),
                SessionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("seeded") == 1,
                Instant.ofEpochMilli(row.getLong("started_at")),
                ended == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(ended)),
                Duration.ofMillis(row.getLong("worked_millis")),
                row.getString("message"),
                counting.of(id));
    }
}

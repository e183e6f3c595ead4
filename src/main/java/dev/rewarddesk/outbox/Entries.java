package dev.rewarddesk.outbox;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Refused;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The statements on entries, within a transaction of the caller's. */
final class Entries {

    private static final String NEXT = """
            select e.ord, e.response, e.kind, e.decision, b.revision
            from entry e left join entry b on b.ord = (
              select max(o.ord) from entry o
              where o.person = e.person and o.response = e.response and o.ord < e.ord and o.kind in ('given', 'changed'))
            where e.person = ? and e.state = 'waiting'
              and not exists (select 1 from entry w
                where w.person = e.person and w.response = e.response and w.ord < e.ord and w.state = 'waiting')
              and not (e.kind = 'changed' and e.decision ->> 'revision' is null and coalesce(b.state, '') = 'refused')
            order by e.ord
            """;

    private final Connection connection;

    Entries(Connection connection) {
        this.connection = connection;
    }

    /** The decision under that id as it is written; empty where there is none. */
    Optional<String> written(UUID id) throws SQLException {
        return first("select decision from entry where id = ?", row -> row.getString(1), id);
    }

    /** Fails where something that waits or was refused cannot be read. */
    void check() throws SQLException {
        try (PreparedStatement statement = prepare("select * from entry where state <> 'taken'");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                check(row);
            }
        }
    }

    /** Fails where the entry, a row with all columns, cannot be read. */
    static void check(ResultSet row) throws SQLException {
        Decision decision = EntryJson.decision(row.getString("kind"), row.getString("decision"));
        boolean whole = decision.id().toString().equals(row.getString("id"))
                && decision.responseId().toString().equals(row.getString("response"))
                && UUID.fromString(row.getString("person")) != null;
        if (!row.getString("state").equals("taken")) {
            EntryJson.item(row.getString("item"));
            Instant.parse(row.getString("decided_at"));
        }
        if (!whole) {
            throw new SQLException("An entry is not as it was written");
        }
    }

    void add(UUID person, Decided decided) throws SQLException {
        Decision decision = decided.decision();
        change(
                "insert into entry (id, person, response, kind, decision, item, decided_at) values (?, ?, ?, ?, ?, ?, ?)",
                decision.id(),
                person,
                decision.responseId(),
                EntryJson.kind(decision),
                EntryJson.write(decision),
                EntryJson.write(decided.item()),
                decided.at());
    }

    /** Takes it away if nobody has begun to send it. */
    boolean removeUnsent(UUID person, UUID id) throws SQLException {
        return change(
                        "delete from entry where person = ? and id = ? and state = 'waiting' and attempted = 0",
                        person,
                        id)
                == 1;
    }

    boolean removeRefused(UUID person, UUID id) throws SQLException {
        return change("delete from entry where person = ? and id = ? and state = 'refused'", person, id) == 1;
    }

    boolean waitAgain(UUID person, UUID id) throws SQLException {
        return change(
                        "update entry set state = 'waiting', code = null, reason = null, settled = null, settled_at = null"
                                + " where person = ? and id = ? and state = 'refused'",
                        person,
                        id)
                == 1;
    }

    /** Puts another decision in a refused one's place, which it keeps in the order. */
    boolean replace(UUID person, UUID id, Decision decision) throws SQLException {
        return change(
                        "update entry set id = ?, kind = ?, decision = ?, attempted = 0, state = 'waiting', code = null,"
                                + " reason = null, settled = null, settled_at = null"
                                + " where person = ? and id = ? and state = 'refused'",
                        decision.id(),
                        EntryJson.kind(decision),
                        EntryJson.write(decision),
                        person,
                        id)
                == 1;
    }

    List<Decided> waiting(UUID person) throws SQLException {
        return all(
                "select kind, decision, item, decided_at from entry where person = ? and state = 'waiting' order by ord",
                Entries::decided,
                person);
    }

    List<Refused> refused(UUID person) throws SQLException {
        return all(
                "select kind, decision, item, decided_at, code, reason, settled_at from entry"
                        + " where person = ? and state = 'refused' order by ord",
                Entries::refused,
                person);
    }

    /**
     * The first waiting decision about each response, oldest first, of those responses that the caller wants, until there are
     * enough. One that changes what a refused decision should have made waits for somebody to look at that one.
     */
    List<Waiting> next(UUID person, Predicate<UUID> wanted, int enough) throws SQLException {
        List<Waiting> found = new ArrayList<>();
        try (PreparedStatement statement = prepare(NEXT, person);
                ResultSet row = statement.executeQuery()) {
            while (found.size() < enough && row.next()) {
                if (wanted.test(UUID.fromString(row.getString(2)))) {
                    Decision decision = EntryJson.decision(row.getString(3), row.getString(4));
                    Integer before = row.getString(5) == null ? null : (Integer) row.getInt(5);
                    found.add(new Waiting(row.getLong(1), person, follows(decision, before)));
                }
            }
        }
        return found;
    }

    private static Decision follows(Decision decision, @Nullable Integer before) {
        return decision instanceof Decision.Changed change && change.revision() == null && before != null
                ? change.withRevision(before)
                : decision;
    }

    /** Whether it still waits, and nobody can take it back from now on. */
    boolean attempt(Waiting waiting) throws SQLException {
        return change(
                        "update entry set attempted = 1 where ord = ? and id = ? and state = 'waiting'",
                        waiting.ord(),
                        waiting.decision().id())
                == 1;
    }

    /** The item is let go of: what is in the workspace can be seen there. */
    void take(Waiting waiting, int revision, Instant at) throws SQLException {
        change(
                "update entry set state = 'taken', revision = ?, item = null, settled = ?, settled_at = ? where ord = ?",
                revision,
                nextSettled(),
                at,
                waiting.ord());
    }

    void refuse(Waiting waiting, String code, String reason, Instant at) throws SQLException {
        change(
                "update entry set state = 'refused', code = ?, reason = ?, settled = ?, settled_at = ? where ord = ?",
                code,
                reason,
                nextSettled(),
                at,
                waiting.ord());
    }

    /** Forgets what was taken before then; what waits may need the last about its response. */
    void forgetTaken(Instant before) throws SQLException {
        change(
                "delete from entry where state = 'taken' and settled_at < ? and not exists (select 1 from entry w"
                        + " where w.person = entry.person and w.response = entry.response and w.state <> 'taken')",
                before);
    }

    Tally tally(UUID person) throws SQLException {
        return first(
                        "select count(*) filter (where state = 'waiting'), min(decided_at) filter (where state = 'waiting'),"
                                + " count(*) filter (where state = 'refused') from entry where person = ? and state <> 'taken'",
                        row -> new Tally(row.getInt(1), instant(row.getString(2)), row.getInt(3)),
                        person)
                .orElse(Tally.NONE);
    }

    long lastSettled() throws SQLException {
        return first("select settled from counter", row -> row.getLong(1)).orElse(0L);
    }

    /** What was settled of that person's after the one number and up to the other, oldest first. */
    List<Settled> settled(UUID person, long after, long upTo) throws SQLException {
        return all(
                "select kind, decision, item, decided_at, code, reason, settled_at, state, revision from entry"
                        + " where settled > ? and settled <= ? and person = ? order by settled",
                row -> row.getString(8).equals("taken")
                        ? new Settled.Taken(EntryJson.decision(row.getString(1), row.getString(2)), row.getInt(9))
                        : new Settled.NotTaken(refused(row)),
                after,
                upTo,
                person);
    }

    private long nextSettled() throws SQLException {
        return first("update counter set settled = settled + 1 returning settled", row -> row.getLong(1))
                .orElseThrow(() -> new SQLException("The counter is gone"));
    }

    private static Decided decided(ResultSet row) throws SQLException {
        return new Decided(
                EntryJson.decision(row.getString(1), row.getString(2)),
                EntryJson.item(row.getString(3)),
                Instant.parse(row.getString(4)));
    }

    private static Refused refused(ResultSet row) throws SQLException {
        return new Refused(decided(row), row.getString(5), row.getString(6), Instant.parse(row.getString(7)));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> first(String sql, Reading<T> reading, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(reading.of(row)) : Optional.empty();
        }
    }

    private <T> List<T> all(String sql, Reading<? extends T> reading, Object... values) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = prepare(sql, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(reading.of(row));
            }
        }
        return rows;
    }

    private int change(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(sql, values)) {
            return statement.executeUpdate();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            switch (values[i]) {
                case Integer number -> statement.setInt(i + 1, number);
                case Long number -> statement.setLong(i + 1, number);
                // Of fixed length, so that texts are in the order of time.
                case Instant instant -> statement.setString(i + 1, Stamp.of(instant));
                default -> statement.setString(i + 1, values[i].toString());
            }
        }
        return statement;
    }
}

package dev.rewarddesk.collect.journal;

import dev.rewarddesk.collect.journal.RecordedHeld.Source;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Images that are held back, and what was decided about those that were. */
final class HeldImages {

    private static final String SELECT = "select h.id, h.state, h.sha256, h.distance, h.found_at, " + source("i") + ", "
            + source("t") + " from held h join image i on i.ord = h.image join image t on t.ord = h.taken where ";

    private final Statements sql;

    HeldImages(Statements sql) {
        this.sql = sql;
    }

    /** What became of that content; empty where it was never held back. */
    Optional<String> state(String sha256) throws SQLException {
        return sql.all(row -> row.getString(1), "select state from held where sha256 = ?", sha256).stream()
                .findFirst();
    }

    int insert(InspectedImage held, long image, long taken, int distance, Instant now) throws SQLException {
        return sql.run(
                "insert into held (sha256, image, taken, distance, found_at, hash, content) values (?, ?, ?, ?, ?, ?, ?)",
                held.sha256(),
                image,
                taken,
                distance,
                now.toEpochMilli(),
                held.fingerprint().toByteArray(),
                held.content().toByteArray());
    }

    /** Those that wait, beside what they look like; the newest groups first, in each the most alike first. */
    List<RecordedHeld> waiting(int most) throws SQLException {
        return sql.all(
                HeldImages::read,
                SELECT + "h.state = 'held'"
                        + " order by max(h.id) over (partition by h.taken) desc, h.taken, h.distance, h.id limit ?",
                most);
    }

    Optional<RecordedHeld> find(long id) throws SQLException {
        return sql.all(HeldImages::read, SELECT + "h.id = ?", id).stream().findFirst();
    }

    /** Empty where it no longer waits. */
    Optional<byte[]> content(long id) throws SQLException {
        return sql.all(row -> row.getBytes(1), "select content from held where id = ? and state = 'held'", id).stream()
                .findFirst();
    }

    byte[] fingerprint(long id) throws SQLException {
        return sql.all(row -> row.getBytes(1), "select hash from held where id = ?", id)
                .getFirst();
    }

    int keep(long id) throws SQLException {
        return sql.run("update held set state = 'kept', content = null where id = ?", id);
    }

    /** What was kept in the meantime stays kept. */
    int drop(long id) throws SQLException {
        return sql.run("update held set state = 'dropped', content = null where id = ? and state = 'held'", id);
    }

    /** That content came to the workspace by another way. */
    int taken(long image) throws SQLException {
        return sql.run(
                "update held set state = 'kept', content = null"
                        + " where state = 'held' and sha256 = (select sha256 from image where ord = ?)",
                image);
    }

    private static RecordedHeld read(ResultSet row) throws SQLException {
        return new RecordedHeld(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                source(row, 6),
                source(row, 13),
                row.getInt(4),
                Instant.ofEpochMilli(row.getLong(5)));
    }

    private static String source(String image) {
        return "%1$s.ord, %1$s.session, %1$s.url, %1$s.found, coalesce(%1$s.record, ''), %1$s.about, coalesce(%1$s.image_id, '')"
                .formatted(image);
    }

    private static Source source(ResultSet row, int from) throws SQLException {
        return new Source(
                row.getLong(from),
                row.getString(from + 1),
                row.getString(from + 2),
                row.getString(from + 3),
                row.getString(from + 4),
                row.getString(from + 5),
                row.getString(from + 6));
    }
}

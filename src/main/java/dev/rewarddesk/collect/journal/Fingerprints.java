package dev.rewarddesk.collect.journal;

import dev.rewarddesk.collect.journal.Preparation.Likeness;
import java.sql.SQLException;
import java.util.Optional;

/** What images look like that were taken. One counts for as long as its image has that content and was not refused. */
final class Fingerprints {

    private static final String LIVE = " from fingerprint f join image i on i.ord = f.image and i.sha256 = f.sha256"
            + " where i.state in ('prepared', 'new', 'duplicate') and ";

    private final Statements sql;

    Fingerprints(Statements sql) {
        this.sql = sql;
    }

    /** @param session whose dry run's are seen as well */
    boolean isTaken(String sha256, String session) throws SQLException {
        return !sql.all(
                        row -> row.getLong(1),
                        "select f.id" + LIVE + "f.sha256 = ? and f.dry_run in ('', ?)",
                        sha256,
                        session)
                .isEmpty();
    }

    /** The first of the closest that counts. */
    Optional<Likeness> like(byte[] fingerprint, String session, Neighbours neighbours) throws SQLException {
        sql.each(
                row -> neighbours.learn(row.getLong(1), row.getBytes(2)),
                "select id, hash from fingerprint where id > ? and dry_run in ('', ?) order by id",
                neighbours.newest(),
                session);
        for (Neighbours.Neighbour each : neighbours.of(fingerprint)) {
            Optional<Likeness> like = sql
                    .all(
                            row -> new Likeness(row.getLong(1), row.getString(2), each.distance()),
                            "select i.ord, i.sha256" + LIVE + "f.id = ?",
                            each.number())
                    .stream()
                    .findFirst();
            if (like.isPresent()) {
                return like;
            }
        }
        return Optional.empty();
    }

    /** @param dryRun the session that alone is to see it; empty where all are */
    int put(String sha256, long image, byte[] fingerprint, String dryRun) throws SQLException {
        return sql.run(
                "insert or replace into fingerprint (sha256, image, hash, dry_run) values (?, ?, ?, ?)",
                sha256,
                image,
                fingerprint,
                dryRun);
    }
}

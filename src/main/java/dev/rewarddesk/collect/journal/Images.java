package dev.rewarddesk.collect.journal;

import java.sql.SQLException;
import java.util.List;

/** The images of runs. */
final class Images {

    private final Statements sql;

    Images(Statements sql) {
        this.sql = sql;
    }

    int insert(String session, List<FoundImage> images) throws SQLException {
        return sql.each(
                "insert or ignore into image (session, url, found) values (?, ?, ?)",
                images.stream()
                        .map(image -> new Object[] {session, image.url(), image.found()})
                        .toList());
    }

    List<WaitingImage> waiting(String session, long after, int most) throws SQLException {
        return sql.all(
                row -> new WaitingImage(row.getLong(1), row.getString(2)),
                "select ord, url from image where session = ? and state in ('waiting', 'prepared') and ord > ?"
                        + " order by ord limit ?",
                session,
                after,
                most);
    }

    RecordedImage find(long image) throws SQLException {
        return sql.all(
                        row -> new RecordedImage(row.getString(1), row.getString(2), row.getString(3)),
                        "select found, coalesce(sha256, ''), coalesce(record, '') from image where ord = ?",
                        image)
                .getFirst();
    }

    boolean isKnown(String session, long except, String sha256) throws SQLException {
        return !sql.all(
                        row -> row.getLong(1),
                        "select ord from image where session = ? and sha256 = ? and ord <> ?",
                        session,
                        sha256,
                        except)
                .isEmpty();
    }

    int prepare(long image, InspectedImage inspected) throws SQLException {
        return sql.run(
                "update image set state = 'prepared', sha256 = ?, record = ?, about = ? where ord = ?",
                inspected.sha256(),
                inspected.record(),
                inspected.about(),
                image);
    }

    /** An image that was held back came to the workspace after all. */
    int kept(long image, String state, String imageId) throws SQLException {
        return sql.run("update image set state = ?, image_id = ? where ord = ?", state, imageId, image);
    }

    int settle(long image, String state, String reason, String detail, long bytes, String imageId) throws SQLException {
        return sql.run(
                "update image set state = ?, reason = nullif(?, ''), detail = nullif(?, ''), bytes = ?,"
                        + " image_id = nullif(?, ''), sha256 = case when ? = 'refused' then null else sha256 end"
                        + " where ord = ?",
                state,
                reason,
                detail,
                bytes,
                imageId,
                state,
                image);
    }
}

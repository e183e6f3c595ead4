package dev.rewarddesk.collect.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** The pages of runs. */
final class Pages {

    private final Statements sql;

    Pages(Connection connection) {
        this.sql = new Statements(connection);
    }

    int insert(String session, List<FoundPage> pages) throws SQLException {
        return sql.each(
                "insert or ignore into page (session, url, depth) values (?, ?, ?)",
                pages.stream()
                        .map(page -> new Object[] {session, page.url(), page.depth()})
                        .toList());
    }

    List<WaitingPage> waiting(String session, long after, int most) throws SQLException {
        return sql.all(
                row -> new WaitingPage(row.getLong(1), row.getString(2), row.getInt(3)),
                "select ord, url, depth from page where session = ? and state = 'waiting' and ord > ? order by ord limit ?",
                session,
                after,
                most);
    }

    int read(long page, long bytes) throws SQLException {
        return sql.run("update page set state = 'read', bytes = ? where ord = ?", bytes, page);
    }

    int alias(String session, String url) throws SQLException {
        sql.run("insert or ignore into page (session, url, depth) values (?, ?, 0)", session, url);
        return sql.run(
                "update page set state = 'alias' where session = ? and url = ? and state = 'waiting'", session, url);
    }

    int refused(long page, String reason, String detail) throws SQLException {
        return sql.run(
                "update page set state = 'refused', reason = ?, detail = ? where ord = ?", reason, detail, page);
    }
}

package dev.rewarddesk.collect.journal;

import java.sql.SQLException;
import java.util.List;

/** The pages of runs. */
final class Pages {

    private final Statements sql;

    Pages(Statements sql) {
        this.sql = sql;
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

    boolean hasOthers(String session, List<String> urls) throws SQLException {
        for (String url : urls) {
            if (sql.all(row -> row.getInt(1), "select 1 from page where session = ? and url = ?", session, url)
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    int read(long page, long bytes) throws SQLException {
        return sql.run("update page set state = 'read', bytes = ? where ord = ?", bytes, page);
    }

    /** Answers how many of them no longer wait. */
    int alias(String session, List<String> urls) throws SQLException {
        List<Object[]> rows =
                urls.stream().map(url -> new Object[] {session, url}).toList();
        int fewer =
                sql.each("update page set state = 'alias' where session = ? and url = ? and state = 'waiting'", rows);
        sql.each("insert or ignore into page (session, url, depth, state) values (?, ?, 0, 'alias')", rows);
        return fewer;
    }

    int refused(long page, String reason, String detail) throws SQLException {
        return sql.run("update page set state = 'refused', reason = ?, detail = ? where ord = ?", reason, detail, page);
    }
}

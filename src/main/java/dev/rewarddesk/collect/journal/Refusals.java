package dev.rewarddesk.collect.journal;

import java.sql.SQLException;
import java.util.List;

/** What was not taken, pages and images alike. */
final class Refusals {

    private final Statements sql;

    Refusals(Statements sql) {
        this.sql = sql;
    }

    List<RecordedRefusal> of(String session, int most) throws SQLException {
        return sql.all(
                row -> new RecordedRefusal(row.getBoolean(1), row.getString(2), row.getString(3), row.getString(4)),
                """
                select page, url, coalesce(reason, ''), coalesce(detail, '') from (
                  select 1 as page, ord, url, reason, detail from page where session = ? and state = 'refused'
                  union all
                  select 0, ord, url, reason, detail from image where session = ? and state = 'refused')
                order by page desc, ord limit ?
                """,
                session,
                session,
                most);
    }
}

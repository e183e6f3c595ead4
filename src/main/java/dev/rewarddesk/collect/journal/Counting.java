package dev.rewarddesk.collect.journal;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a run has met. */
final class Counting {

    private final Statements sql;

    Counting(Statements sql) {
        this.sql = sql;
    }

    private record Part(String state, String reason, long number, long bytes) {}

    JournalCounts of(String session) throws SQLException {
        List<Part> pages = parts("page", session);
        List<Part> images = parts("image", session);
        Map<String, Long> refused = new TreeMap<>();
        refused(images, "", refused);
        refused(pages, "page_", refused);
        return new JournalCounts(
                number(pages, "read"),
                number(pages, "refused"),
                number(pages, "waiting"),
                number(images, "new"),
                number(images, "duplicate"),
                number(images, "near"),
                number(images, "refused"),
                number(images, "waiting") + number(images, "prepared"),
                refused,
                bytes(pages) + bytes(images));
    }

    private List<Part> parts(String table, String session) throws SQLException {
        return sql.all(
                row -> new Part(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)),
                "select state, coalesce(reason, ''), count(*), sum(bytes) from " + table
                        + " where session = ? group by 1, 2",
                session);
    }

    private static void refused(List<Part> parts, String prefix, Map<String, Long> into) {
        for (Part part : parts) {
            if (part.state().equals("refused")) {
                into.put(prefix + part.reason(), part.number());
            }
        }
    }

    private static long number(List<Part> parts, String state) {
        return parts.stream()
                .filter(part -> part.state().equals(state))
                .mapToLong(Part::number)
                .sum();
    }

    private static long bytes(List<Part> parts) {
        return parts.stream().mapToLong(Part::bytes).sum();
    }
}

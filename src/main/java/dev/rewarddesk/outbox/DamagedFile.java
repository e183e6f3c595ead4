package dev.rewarddesk.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file that was damaged and is kept as it was found.
 *
 * @param path where it is now; its log, if there was one, is beside it
 */
record DamagedFile(Path path) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> COLUMNS = List.of(
            "ord",
            "id",
            "person",
            "response",
            "kind",
            "decision",
            "item",
            "decided_at",
            "state",
            "attempted",
            "revision",
            "code",
            "reason",
            "settled",
            "settled_at");

    /** Moves the file away from where it is. Nobody may have it open. */
    static DamagedFile putAside(Path file) throws IOException {
        Path aside = file.resolveSibling("damaged-" + STAMP.format(Instant.now()) + ".sqlite");
        Files.move(file, aside);
        for (String log : List.of("-wal", "-shm")) {
            Path beside = Path.of(file + log);
            if (Files.exists(beside)) {
                Files.move(beside, Path.of(aside + log));
            }
        }
        return new DamagedFile(aside);
    }

    /** Writes into the other one what can be read, and answers how many decisions of it wait or were refused. */
    int pourInto(Database database) throws IOException, SQLException {
        Map<Long, Object[]> entries = new LinkedHashMap<>();
        Map<String, Object[]> drafts = new LinkedHashMap<>();
        // Of a copy: reading moves the log into the file.
        Path copy = path.resolveSibling("salvage.sqlite");
        try {
            copyTo(copy);
            try (Connection connection = Database.connect(copy)) {
                collect(connection, "asc", entries);
                collect(connection, "desc", entries);
                collectDrafts(connection, "asc", drafts);
                collectDrafts(connection, "desc", drafts);
            } catch (SQLException noDatabase) {
                // Then there is nothing that could be read.
            }
        } finally {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(copy + part));
            }
        }
        return database.durably(connection -> {
            for (Object[] draft : drafts.values()) {
                insert(
                        connection,
                        "insert or ignore into draft (person, response, draft, kept) values (?, ?, ?, ?)",
                        draft);
            }
            return write(connection, entries);
        });
    }

    private void copyTo(Path copy) throws IOException {
        for (String part : List.of("", "-wal")) {
            Path from = Path.of(path + part);
            if (Files.exists(from)) {
                Files.copy(from, Path.of(copy + part), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    // From one end up to where it is broken; the caller comes from the other end as well.
    private static void collect(Connection connection, String direction, Map<Long, Object[]> entries) {
        try (PreparedStatement statement = connection.prepareStatement(
                        "select " + String.join(", ", COLUMNS) + " from entry not indexed order by ord " + direction);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                @Nullable Object[] values = new Object[COLUMNS.size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                if (isReadable(() -> Entries.check(row))) {
                    entries.putIfAbsent(row.getLong("ord"), values);
                }
            }
        } catch (SQLException broken) {
            // What was read before is what can be had.
        }
    }

    private static void collectDrafts(Connection connection, String direction, Map<String, Object[]> drafts) {
        try (PreparedStatement statement =
                        connection.prepareStatement("select person, response, draft, kept from draft order by person "
                                + direction + ", response " + direction);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                Object[] values = {row.getString(1), row.getString(2), row.getString(3), row.getLong(4)};
                if (isReadable(() -> EntryJson.draft(row.getString(3)))) {
                    drafts.putIfAbsent(values[0] + " " + values[1], values);
                }
            }
        } catch (SQLException broken) {
            // What was read before is what can be had.
        }
    }

    private interface Check {
        void run() throws SQLException;
    }

    private static boolean isReadable(Check check) {
        try {
            check.run();
            return true;
        } catch (SQLException | RuntimeException damaged) {
            return false;
        }
    }

    private static int insert(Connection connection, String sql, Object[] values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private static int write(Connection connection, Map<Long, Object[]> entries) throws SQLException {
        String sql = "insert or ignore into entry (" + String.join(", ", COLUMNS) + ") values ("
                + "?, ".repeat(COLUMNS.size() - 1) + "?)";
        int unsettled = 0;
        for (Object[] values : entries.values()) {
            if (insert(connection, sql, values) == 1 && !"taken".equals(values[COLUMNS.indexOf("state")])) {
                unsettled++;
            }
        }
        Database.run(connection, "update counter set settled = (select coalesce(max(settled), 0) from entry)");
        return unsettled;
    }
}

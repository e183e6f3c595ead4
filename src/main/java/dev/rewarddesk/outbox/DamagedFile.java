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
        // Of a copy: reading moves the log into the file.
        Path copy = path.resolveSibling("salvage.sqlite");
        try {
            copyTo(copy);
            try (Connection connection = Database.connect(copy)) {
                collect(connection, "asc", entries);
                collect(connection, "desc", entries);
            } catch (SQLException noDatabase) {
                // Then there is nothing that could be read.
            }
        } finally {
            for (String part : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(copy + part));
            }
        }
        return database.durably(connection -> write(connection, entries));
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
                if (isReadable(row)) {
                    entries.putIfAbsent(row.getLong("ord"), values);
                }
            }
        } catch (SQLException broken) {
            // What was read before is what can be had.
        }
    }

    private static boolean isReadable(ResultSet row) {
        try {
            Entries.check(row);
            return true;
        } catch (SQLException | RuntimeException damaged) {
            return false;
        }
    }

    private static int write(Connection connection, Map<Long, Object[]> entries) throws SQLException {
        int unsettled = 0;
        try (PreparedStatement statement = connection.prepareStatement("insert or ignore into entry ("
                + String.join(", ", COLUMNS) + ") values (" + "?, ".repeat(COLUMNS.size() - 1) + "?)")) {
            for (Object[] values : entries.values()) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                if (statement.executeUpdate() == 1 && !"taken".equals(values[COLUMNS.indexOf("state")])) {
                    unsettled++;
                }
            }
        }
        Database.run(connection, "update counter set settled = (select coalesce(max(settled), 0) from entry)");
        return unsettled;
    }
}

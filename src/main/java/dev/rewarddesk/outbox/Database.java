package dev.rewarddesk.outbox;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.sqlite.JDBC;
import org.sqlite.SQLiteException;

/**
 * The SQLite file: one connection that writes, one thread at a time, and one that reads beside it. Other processes may have it
 * open as well.
 */
final class Database implements AutoCloseable {

    /** The layout that this program writes. */
    static final int VERSION = 1;

    /** Marks the file as ours: "RDsk". */
    private static final int APPLICATION_ID = 0x5244736B;

    private static final int BUSY_MILLIS = 10_000;

    private final Connection writer;
    private final Connection reader;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock reading = new ReentrantLock();
    private int written;

    private Database(Connection writer, Connection reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /** Opens the file, which must be there, empty or written by this program. */
    static Database open(Path file) throws SQLException, UnusableFileException {
        Connection writer = connect(file);
        Connection reader = null;
        try {
            prepare(writer, file);
            check(writer, file);
            reader = connect(file);
            run(reader, "pragma query_only = on");
            Database database = new Database(writer, reader);
            reader = null;
            return database;
        } catch (SQLException | UnusableFileException | RuntimeException failure) {
            closeAll(writer, reader);
            throw failure;
        }
    }

    /** Work with a connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** All of it or nothing, and after this has returned, even if the power fails. */
    <T> T durably(Work<T> work) throws SQLException {
        return writing("full", work);
    }

    /** All of it or nothing, and even if this process is killed; a power failure may undo it. */
    <T> T quickly(Work<T> work) throws SQLException {
        return writing("normal", work);
    }

    /** Reads what is committed. */
    <T> T read(Work<T> work) throws SQLException {
        reading.lock();
        try {
            return work.on(reader);
        } finally {
            reading.unlock();
        }
    }

    /** Another number than before where anything was written, by whichever process. */
    int changes() throws SQLException {
        return read(connection -> number(connection, "pragma data_version"));
    }

    /**
     * Moves what was written from the log into the file, now and then. Left to SQLite, this would happen to whoever writes next,
     * and writing is waited for.
     */
    void tidy() throws SQLException {
        writing.lock();
        try {
            if (written < 500) {
                return;
            }
            written = 0;
        } finally {
            writing.unlock();
        }
        read(connection -> {
            run(connection, "pragma wal_checkpoint(passive)");
            return 0;
        });
    }

    @Override
    public void close() {
        writing.lock();
        reading.lock();
        try {
            closeAll(reader, writer);
        } finally {
            reading.unlock();
            writing.unlock();
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }

    private <T> T writing(String synchronous, Work<T> work) throws SQLException {
        writing.lock();
        try {
            run(writer, "pragma synchronous = " + synchronous);
            run(writer, "begin immediate");
            boolean done = false;
            try {
                T result = work.on(writer);
                run(writer, "commit");
                done = true;
                written++;
                return result;
            } finally {
                if (!done) {
                    rollBack(writer);
                }
            }
        } finally {
            writing.unlock();
        }
    }

    private static void rollBack(Connection connection) {
        try {
            run(connection, "rollback");
        } catch (SQLException undone) {
            // A full disk makes SQLite roll back by itself.
        }
    }

    /** A connection to a file that is there. */
    static Connection connect(Path file) throws SQLException {
        // As a URI: in a plain path the driver takes what follows a question mark for settings.
        Connection connection = JDBC.createConnection(
                "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:///"), new Properties());
        try {
            run(connection, "pragma busy_timeout = " + BUSY_MILLIS);
            run(connection, "pragma trusted_schema = off");
            run(connection, "pragma cell_size_check = on");
            // Without these, macOS leaves written data in the disk's own cache.
            run(connection, "pragma fullfsync = on");
            run(connection, "pragma checkpoint_fullfsync = on");
            run(connection, "pragma wal_autocheckpoint = 0");
            return connection;
        } catch (SQLException failure) {
            closeAll(connection);
            throw failure;
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException, UnusableFileException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma integrity_check(1)")) {
            if (!row.next() || !"ok".equals(row.getString(1))) {
                throw new UnusableFileException(UnusableFileException.Why.DAMAGED, file);
            }
        }
        int version = number(connection, "pragma user_version");
        int owner = number(connection, "pragma application_id");
        boolean empty = number(connection, "select count(*) from sqlite_schema") == 0;
        if (version > VERSION && owner == APPLICATION_ID) {
            throw new UnusableFileException(UnusableFileException.Why.NEWER, file);
        }
        if (!empty && (owner != APPLICATION_ID || version != VERSION)) {
            throw new UnusableFileException(UnusableFileException.Why.DAMAGED, file);
        }
        run(connection, "pragma journal_mode = wal");
        run(connection, "pragma synchronous = full");
        run(connection, "begin immediate");
        try {
            // Another process may have made the tables at this moment.
            if (number(connection, "pragma user_version") == 0) {
                for (String sql : Tables.ALL) {
                    run(connection, sql);
                }
                run(connection, "pragma application_id = " + APPLICATION_ID);
                run(connection, "pragma user_version = " + VERSION);
            }
            run(connection, "commit");
        } catch (SQLException failure) {
            rollBack(connection);
            throw failure;
        }
    }

    private static void check(Connection connection, Path file) throws SQLException, UnusableFileException {
        try {
            new Entries(connection).check();
        } catch (SQLiteException failure) {
            throw failure;
        } catch (SQLException | RuntimeException unreadable) {
            throw new UnusableFileException(UnusableFileException.Why.DAMAGED, file);
        }
    }

    private static void closeAll(@Nullable Connection... connections) {
        for (Connection connection : connections) {
            if (connection != null) {
                try {
                    connection.close();
                } catch (SQLException broken) {
                    // There is nothing left to do with it; what was committed is.
                }
            }
        }
    }
}

package dev.rewarddesk.collect.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.JDBC;

/** The SQLite file: one connection, one thread at a time. Other processes may have it open as well. */
final class JournalFile implements AutoCloseable {

    /** Marks the file as ours: "RDcj". */
    private static final int APPLICATION_ID = 0x5244636A;

    private static final int VERSION = 1;
    private static final int BUSY_MILLIS = 10_000;

    private final Path path;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private JournalFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** Opens the file, which must be there, empty or written by this program. */
    static JournalFile open(Path file) {
        try {
            // As a URI: in a plain path the driver takes what follows a question mark for settings.
            Connection connection = JDBC.createConnection(
                    "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:///"), new Properties());
            boolean ready = false;
            try {
                prepare(connection, file);
                ready = true;
                return new JournalFile(file, connection);
            } finally {
                if (!ready) {
                    connection.close();
                }
            }
        } catch (SQLException failure) {
            throw Trouble.opening(failure, file);
        }
    }

    /** Work with the connection. */
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /** All of it or nothing, and even if this process is killed; a power failure may undo it, and then it is done again. */
    <T> T write(Work<T> work) {
        lock.lock();
        try {
            run(connection, "begin immediate");
            boolean done = false;
            try {
                T result = work.on(connection);
                run(connection, "commit");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } catch (SQLException failure) {
            throw Trouble.writing(failure, path);
        } finally {
            lock.unlock();
        }
    }

    /** Reads what is committed. */
    <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.on(connection);
        } catch (SQLException failure) {
            throw Trouble.reading(failure, path);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            connection.close();
        } catch (SQLException broken) {
            // What was committed is; there is nothing left to do with it.
        } finally {
            lock.unlock();
        }
    }

    private void rollBack() {
        try {
            run(connection, "rollback");
        } catch (SQLException undone) {
            // A full disk makes SQLite roll back by itself.
        }
    }

    private static void prepare(Connection connection, Path file) throws SQLException {
        run(connection, "pragma busy_timeout = " + BUSY_MILLIS);
        run(connection, "pragma trusted_schema = off");
        run(connection, "pragma journal_mode = wal");
        run(connection, "pragma synchronous = normal");
        run(connection, "begin immediate");
        boolean done = false;
        try {
            int version = number(connection, "pragma user_version");
            boolean empty = number(connection, "select count(*) from sqlite_schema") == 0;
            if (version > VERSION) {
                throw Trouble.newer(file);
            }
            if (!empty && number(connection, "pragma application_id") != APPLICATION_ID) {
                throw Trouble.damaged(file, null);
            }
            if (empty) {
                for (String sql : Tables.ALL) {
                    run(connection, sql);
                }
                run(connection, "pragma application_id = " + APPLICATION_ID);
                run(connection, "pragma user_version = " + VERSION);
            }
            run(connection, "commit");
            done = true;
        } finally {
            if (!done) {
                run(connection, "rollback");
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getInt(1) : 0;
        }
    }
}

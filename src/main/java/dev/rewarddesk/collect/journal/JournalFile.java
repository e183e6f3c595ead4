package dev.rewarddesk.collect.journal;

import dev.rewarddesk.disk.NativeLibrary;
import dev.rewarddesk.disk.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.JDBC;

/** A SQLite file of ours: one connection, one thread at a time. Other processes may have it open as well. */
final class JournalFile implements AutoCloseable {

    private static final int BUSY_MILLIS = 10_000;

    private final Trouble trouble;
    private final Connection connection;
    private final Statements statements;
    private final ReentrantLock lock = new ReentrantLock();

    private JournalFile(Trouble trouble, Connection connection) {
        this.trouble = trouble;
        this.connection = connection;
        this.statements = new Statements(connection);
    }

    /**
     * Opens the file of this folder, which is there; makes it where it is not. It must be empty or written by this program.
     *
     * @throws IOException where the folder cannot be used
     */
    static JournalFile open(Path folder, Layout layout) throws IOException {
        NativeLibrary.prepare(folder.resolve("sqlite"));
        Path file = PrivateFiles.file(folder.resolve(layout.name()));
        Trouble trouble = new Trouble(file, layout);
        try {
            // As a URI: in a plain path the driver takes what follows a question mark for settings.
            Connection connection = JDBC.createConnection(
                    "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:///"), new Properties());
            boolean ready = false;
            try {
                prepare(connection, layout, trouble);
                ready = true;
                return new JournalFile(trouble, connection);
            } finally {
                if (!ready) {
                    connection.close();
                }
            }
        } catch (SQLException failure) {
            throw trouble.opening(failure);
        }
    }

    /** Work in the file, by one thread at a time. */
    interface Work<T> {
        T on(Statements sql) throws SQLException;
    }

    /** All of it or nothing, and even if this process is killed. */
    <T> T write(Work<T> work) {
        lock.lock();
        try {
            statements.execute("begin immediate");
            boolean done = false;
            try {
                T result = work.on(statements);
                statements.execute("commit");
                done = true;
                return result;
            } finally {
                if (!done) {
                    rollBack();
                }
            }
        } catch (SQLException failure) {
            throw trouble.writing(failure);
        } finally {
            lock.unlock();
        }
    }

    /** Reads what is committed. */
    <T> T read(Work<T> work) {
        lock.lock();
        try {
            return work.on(statements);
        } catch (SQLException failure) {
            throw trouble.reading(failure);
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
            statements.execute("rollback");
        } catch (SQLException undone) {
            // A full disk makes SQLite roll back by itself.
        }
    }

    private static void prepare(Connection connection, Layout layout, Trouble trouble) throws SQLException {
        run(connection, "pragma busy_timeout = " + BUSY_MILLIS);
        run(connection, "pragma trusted_schema = off");
        run(connection, "pragma journal_mode = wal");
        run(connection, "pragma synchronous = " + (layout.outlivesPower() ? "full" : "normal"));
        run(connection, "begin immediate");
        boolean done = false;
        try {
            int version = number(connection, "pragma user_version");
            boolean empty = number(connection, "select count(*) from sqlite_schema") == 0;
            if (version > layout.version()) {
                throw trouble.newer();
            }
            if (!empty && number(connection, "pragma application_id") != layout.applicationId()) {
                throw trouble.damaged(null);
            }
            if (empty) {
                for (String sql : layout.tables()) {
                    run(connection, sql);
                }
                run(connection, "pragma application_id = " + layout.applicationId());
                run(connection, "pragma user_version = " + layout.version());
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

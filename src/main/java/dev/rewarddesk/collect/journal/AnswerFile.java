package dev.rewarddesk.collect.journal;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.JDBC;

/** The SQLite file of answers: one connection, one thread at a time. What was written stays written, even if the power fails. */
final class AnswerFile implements AutoCloseable {

    /** Marks the file as ours: "RDan". */
    private static final int APPLICATION_ID = 0x5244616E;

    private static final int VERSION = 1;
    private static final int BUSY_MILLIS = 10_000;

    private static final String TABLE = """
            create table answer (
              id text primary key,
              image text not null,
              state text not null check (state in ('ANSWERED', 'SENT', 'DECLINED', 'FAILED')),
              document text not null,
              code text not null,
              words text not null,
              written_at text not null
            ) strict, without rowid""";
    private static final String INDEX = "create index answer_unsent on answer (state, id) where state = 'ANSWERED'";

    private final Path path;
    private final Connection connection;
    private final ReentrantLock lock = new ReentrantLock();

    private AnswerFile(Path path, Connection connection) {
        this.path = path;
        this.connection = connection;
    }

    /** Opens the file, which must be there, empty or written by this program. */
    static AnswerFile open(Path file) {
        try {
            // As a URI: in a plain path the driver takes what follows a question mark for settings.
            Connection connection = JDBC.createConnection(
                    "jdbc:sqlite:" + file.toUri().toString().replaceFirst("^file:/+", "file:///"), new Properties());
            boolean ready = false;
            try {
                prepare(connection, file);
                ready = true;
                return new AnswerFile(file, connection);
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
        T on(Statements statements) throws SQLException;
    }

    /** All of it or nothing; one statement is a transaction of its own. */
    <T> T write(Work<T> work) {
        lock.lock();
        try {
            return work.on(new Statements(connection));
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
            return work.on(new Statements(connection));
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

    private static void prepare(Connection connection, Path file) throws SQLException {
        run(connection, "pragma busy_timeout = " + BUSY_MILLIS);
        run(connection, "pragma trusted_schema = off");
        run(connection, "pragma journal_mode = wal");
        // An answer was paid for.
        run(connection, "pragma synchronous = full");
        run(connection, "begin immediate");
        boolean done = false;
        try {
            boolean empty = number(connection, "select count(*) from sqlite_schema") == 0;
            if (number(connection, "pragma user_version") > VERSION) {
                throw Trouble.newer(file);
            }
            if (!empty && number(connection, "pragma application_id") != APPLICATION_ID) {
                throw Trouble.damaged(file, null);
            }
            if (empty) {
                run(connection, TABLE);
                run(connection, INDEX);
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

package dev.rewarddesk.embedded.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from the database of each activation, and wakes those who wait for one. */
public final class ActivationFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ActivationFeed.class);
    private static final int LISTENING_MILLIS = 10_000;
    private static final Duration BEFORE_RECONNECTING = Duration.ofSeconds(1);

    private final DataSource source;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final Thread thread;
    private long turn;
    private boolean closed;
    private @Nullable Connection connection;

    /** @param source makes a connection that is kept for as long as this lives */
    public ActivationFeed(DataSource source) {
        this.source = source;
        this.thread = Thread.ofVirtual().name("activation-feed").unstarted(this::run);
    }

    /** Begins; call it once, when the database answers. */
    public void start() {
        thread.start();
    }

    /**
     * Waits until something may have been activated after a turn, or until patience ends.
     *
     * @param seen the turn that the last call answered; 0 the first time
     * @return the turn it is now; the one given when nothing happened, and a negative one when the feed is closed
     */
    public long await(long seen, Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (turn == seen && !closed && left > 0) {
                left = news.awaitNanos(left);
            }
            return closed ? -1 : turn;
        } finally {
            lock.unlock();
        }
    }

    /** Ends all waiting. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            news.signalAll();
            if (connection != null) {
                connection.abort(Runnable::run);
            }
        } catch (SQLException gone) {
            LOG.debug("The feed's connection was gone already", gone);
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!isClosed()) {
            try (Connection own = source.getConnection()) {
                listen(own);
            } catch (SQLException lost) {
                pause(lost);
            }
        }
    }

    private void listen(Connection own) throws SQLException {
        if (!adopt(own)) {
            return;
        }
        try (Statement statement = own.createStatement()) {
            statement.execute("listen reward_desk_activation");
        }
        PGConnection postgres = own.unwrap(PGConnection.class);
        // What happened while nobody listened was not told.
        tell();
        while (!isClosed()) {
            if (postgres.getNotifications(LISTENING_MILLIS).length > 0) {
                tell();
            }
        }
    }

    private boolean adopt(Connection own) {
        lock.lock();
        try {
            connection = own;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private void tell() {
        lock.lock();
        try {
            turn++;
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void pause(SQLException lost) {
        lock.lock();
        try {
            if (!closed) {
                LOG.warn(
                        "The connection that hears of activations is lost and will be made again: {}",
                        lost.getMessage());
                long left = BEFORE_RECONNECTING.toNanos();
                while (!closed && left > 0) {
                    left = news.awaitNanos(left);
                }
            }
        } catch (InterruptedException interrupted) {
            closed = true;
        } finally {
            lock.unlock();
        }
    }
}

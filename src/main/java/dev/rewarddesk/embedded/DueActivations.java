package dev.rewarddesk.embedded;

import dev.rewarddesk.embedded.database.Desk;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the database do the activations whose time has come, every second while the backend runs, and at once at its start. */
final class DueActivations implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DueActivations.class);
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Desk desk;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("due-activations").factory());

    DueActivations(Desk desk) {
        this.desk = desk;
        var _ = timer.scheduleWithFixedDelay(this::perform, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets what is under way end. */
    @Override
    public void close() {
        timer.close();
    }

    // Thrown on, it would end the timer.
    @SuppressWarnings("CatchingUnchecked")
    private void perform() {
        try {
            desk.as(LocalOwner.SERVICE, transaction -> transaction.call("perform_scheduled", "{}", null, "{}"));
        } catch (SQLException | RuntimeException failure) {
            LOG.warn("Activations that are due could not be done; they are tried again in a moment", failure);
        }
    }
}

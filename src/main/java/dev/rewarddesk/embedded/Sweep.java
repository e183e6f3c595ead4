package dev.rewarddesk.embedded;

import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.storage.Blobs;
import dev.rewarddesk.embedded.storage.StoredObject;
import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, in the background after a start, files that a killed process left without a row. */
final class Sweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

    private final Thread thread;

    Sweep(Blobs blobs, Desk desk) {
        thread = Thread.ofVirtual().name("sweep").start(() -> sweep(blobs, desk));
    }

    /** Waits until it is through. */
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void sweep(Blobs blobs, Desk desk) {
        try {
            blobs.<SQLException>sweep(hashes ->
                    desk.as(LocalOwner.SERVICE, transaction -> StoredObject.inUse(transaction.connection(), hashes)));
        } catch (IOException | SQLException failure) {
            LOG.warn("Files without a row could not be looked for; the next start tries again", failure);
        }
    }
}

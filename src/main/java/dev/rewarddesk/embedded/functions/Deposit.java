package dev.rewarddesk.embedded.functions;

import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.storage.Blobs;
import dev.rewarddesk.embedded.storage.ImageFacts;
import java.io.IOException;
import java.sql.SQLException;

/** How an image that was judged comes to be kept: its row and its bytes, or neither. */
@FunctionalInterface
public interface Deposit {

    /**
     * Keeps the image.
     *
     * @param record the operation that records it
     * @return the success document
     */
    String keep(Caller caller, Operation record, Blobs.Draft draft, ImageFacts facts) throws IOException, SQLException;
}

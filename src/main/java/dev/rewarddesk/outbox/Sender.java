package dev.rewarddesk.outbox;

import dev.rewarddesk.model.Decision;
import java.util.Optional;
import java.util.UUID;

/** The way to the workspace. */
public interface Sender {

    /** Who is signed in; empty when nobody is. */
    Optional<UUID> person();

    /**
     * Tells the workspace, on that person's behalf, and waits for its answer. Telling it again must change nothing more.
     *
     * @param decision a {@code Changed} has its revision
     * @return the revision that the reward has then; 0 for what is no reward
     * @throws dev.rewarddesk.failure.ServiceFailure when it was not, or may not have been, taken
     */
    int send(UUID person, Decision decision);
}

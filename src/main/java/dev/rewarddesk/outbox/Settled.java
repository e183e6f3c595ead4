package dev.rewarddesk.outbox;

import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.Refused;

/** What became of a decision. */
public sealed interface Settled {

    /**
     * The workspace has it.
     *
     * @param revision that the reward has there; 0 for what is no reward
     */
    record Taken(Decision decision, int revision) implements Settled {}

    /** The workspace did not take it. */
    record NotTaken(Refused refused) implements Settled {}
}

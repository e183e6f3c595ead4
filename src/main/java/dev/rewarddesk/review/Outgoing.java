package dev.rewarddesk.review;

import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.RewardDraft;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the signed-in reviewer decided, on its way to the workspace. Once {@link #keep} has returned, a decision is safe on this
 * machine and reaches the workspace exactly once, whatever happens to the program, the machine or the line.
 */
public final class Outgoing implements AutoCloseable {

    /**
     * Writes the decision durably and returns; it is sent in the background. Blocks for as long as the disk takes.
     *
     * @throws dev.rewarddesk.failure.ServiceFailure when it could not be written; then nothing was kept
     */
    public void keep(Decided decided) {
        throw new UnsupportedOperationException();
    }

    /** Takes a decision back that was not sent yet; false when it was, or may have been. Blocks. */
    public boolean takeBack(UUID decisionId) {
        throw new UnsupportedOperationException();
    }

    /** What has not reached the workspace yet and was not refused, oldest first; earlier runs of the program included. Blocks. */
    public List<Decided> waiting() {
        throw new UnsupportedOperationException();
    }

    /** What the workspace did not take, oldest first. Blocks. */
    public List<Refused> refused() {
        throw new UnsupportedOperationException();
    }

    /** Sends a refused decision again, as it is. Blocks until that is durable. */
    public void sendAgain(UUID decisionId) {
        throw new UnsupportedOperationException();
    }

    /** Puts another decision in the place of a refused one and sends that. Blocks until that is durable. */
    public void replace(UUID refusedId, Decision decision) {
        throw new UnsupportedOperationException();
    }

    /** Gives a refused decision up for good. Blocks. */
    public void drop(UUID decisionId) {
        throw new UnsupportedOperationException();
    }

    /** How it stands now, then after every change; told on any thread, until the answer is closed. */
    public AutoCloseable follow(Consumer<OutboxState> listener) {
        throw new UnsupportedOperationException();
    }

    /** Hears of each decision that the workspace has taken or refused since; told on any thread, until the answer is closed. */
    public AutoCloseable hear(Consumer<Outcome> listener) {
        throw new UnsupportedOperationException();
    }

    /** Keeps what is entered, over what was kept for the same response before; survives the program. Blocks. */
    public void keepDraft(RewardDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** Forgets what was entered for a response. Keeping a reward for it does that, too. Blocks. */
    public void forgetDraft(UUID responseId) {
        throw new UnsupportedOperationException();
    }

    /** What was entered and neither submitted nor forgotten. Blocks. */
    public List<RewardDraft> drafts() {
        throw new UnsupportedOperationException();
    }

    /** Tries at once what waits, as after signing in or when the line is back. */
    public void hurry() {
        throw new UnsupportedOperationException();
    }

    /** Stops sending; what waits stays on this machine and is sent at the next start. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }

    /** What became of a decision. */
    public sealed interface Outcome {

        /** The workspace has it; rewards have that revision there. */
        record Taken(Decision decision, int revision) implements Outcome {}

        /** The workspace did not take it. */
        record NotTaken(Refused refused) implements Outcome {}
    }
}

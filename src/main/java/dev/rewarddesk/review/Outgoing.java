package dev.rewarddesk.review;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Decided;
import dev.rewarddesk.model.Decision;
import dev.rewarddesk.model.OutboxState;
import dev.rewarddesk.model.Refused;
import dev.rewarddesk.model.RewardDraft;
import dev.rewarddesk.outbox.Delivery;
import dev.rewarddesk.outbox.Outbox;
import dev.rewarddesk.outbox.Settled;
import dev.rewarddesk.supabase.SupabaseClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What the signed-in reviewer decided, on its way to the workspace. Once {@link #keep} has returned, a decision is safe on this
 * machine and reaches the workspace exactly once, whatever happens to the program, the machine or the line.
 */
public final class Outgoing implements AutoCloseable {

    private final Outbox outbox;
    private final Delivery delivery;

    private Outgoing(Outbox outbox, Delivery delivery) {
        this.outbox = outbox;
        this.delivery = delivery;
    }

    /**
     * Opens what is kept on this machine for a workspace and begins to send what waits.
     *
     * @param folder for this workspace alone; made when needed and closed to others
     */
    public static Outgoing open(SupabaseClient client, Path folder) {
        Outbox outbox = Outbox.open(folder);
        try {
            return new Outgoing(outbox, new Delivery(outbox, new DecisionCalls(client)));
        } catch (RuntimeException failure) {
            outbox.close();
            throw failure;
        }
    }

    /** What happened to what is kept here since it was opened last, a sentence for people; empty as a rule. */
    public Optional<String> warning() {
        return outbox.warning();
    }

    /**
     * Writes the decision durably and returns; it is sent in the background. Blocks for as long as the disk takes.
     *
     * @throws ServiceFailure when it could not be written; then nothing was kept
     */
    public void keep(Decided decided) {
        outbox.keep(person(), decided);
        delivery.look();
    }

    /** Takes a decision back that was not sent yet; false when it was, or may have been. Blocks. */
    public boolean takeBack(UUID decisionId) {
        boolean taken = outbox.takeBack(person(), decisionId);
        delivery.look();
        return taken;
    }

    /** What has not reached the workspace yet and was not refused, oldest first; earlier runs of the program included. Blocks. */
    public List<Decided> waiting() {
        return delivery.person().map(outbox::waiting).orElse(List.of());
    }

    /** What the workspace did not take, oldest first. Blocks. */
    public List<Refused> refused() {
        return delivery.person().map(outbox::refused).orElse(List.of());
    }

    /** Sends a refused decision again, as it is. Blocks until that is durable. */
    public void sendAgain(UUID decisionId) {
        outbox.sendAgain(person(), decisionId);
        delivery.look();
    }

    /** Puts another decision in the place of a refused one and sends that. Blocks until that is durable. */
    public void replace(UUID refusedId, Decision decision) {
        outbox.replace(person(), refusedId, decision);
        delivery.look();
    }

    /** Gives a refused decision up for good. Blocks. */
    public void drop(UUID decisionId) {
        outbox.drop(person(), decisionId);
        delivery.look();
    }

    /** How it stands now, then after every change; told on any thread, until the answer is closed. */
    public AutoCloseable follow(Consumer<OutboxState> listener) {
        return delivery.follow(listener);
    }

    /** Hears of each decision that the workspace has taken or refused since; told on any thread, until the answer is closed. */
    public AutoCloseable hear(Consumer<Outcome> listener) {
        return delivery.hear(settled -> listener.accept(
                switch (settled) {
                    case Settled.Taken(Decision decision, int revision) -> new Outcome.Taken(decision, revision);
                    case Settled.NotTaken(Refused refused) -> new Outcome.NotTaken(refused);
                }));
    }

    /** Keeps what is entered, over what was kept for the same response before; survives the program. Blocks. */
    public void keepDraft(RewardDraft draft) {
        outbox.keepDraft(person(), draft);
    }

    /** Forgets what was entered for a response. Keeping a reward for it does that, too. Blocks. */
    public void forgetDraft(UUID responseId) {
        outbox.forgetDraft(person(), responseId);
    }

    /** What was entered and neither submitted nor forgotten. Blocks. */
    public List<RewardDraft> drafts() {
        return delivery.person().map(outbox::drafts).orElse(List.of());
    }

    /** Tries at once what waits, as after signing in or when the line is back. */
    public void hurry() {
        delivery.hurry();
    }

    /** Stops sending; what waits stays on this machine and is sent at the next start. */
    @Override
    public void close() {
        delivery.close();
        outbox.close();
    }

    private UUID person() {
        return delivery.person()
                .orElseThrow(() -> new ServiceFailure.SignedOut(
                        "signed_out", "Nobody has signed in yet. This was not kept; sign in to go on."));
    }

    /** What became of a decision. */
    public sealed interface Outcome {

        /** The workspace has it; rewards have that revision there. */
        record Taken(Decision decision, int revision) implements Outcome {}

        /** The workspace did not take it. */
        record NotTaken(Refused refused) implements Outcome {}
    }
}

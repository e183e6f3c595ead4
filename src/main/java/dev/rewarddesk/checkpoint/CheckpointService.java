package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.NewCheckpoint;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.Optional;

/** The workspace's checkpoints. Every method blocks and ends with a {@code ServiceFailure} when it fails. */
public final class CheckpointService {

    private final SupabaseClient client;

    public CheckpointService(SupabaseClient client) {
        this.client = client;
    }

    /** All checkpoints, newest first. */
    public List<Checkpoint> list() {
        throw new UnsupportedOperationException();
    }

    /** Records a checkpoint; {@code Conflict} when the version is taken. */
    public Checkpoint create(NewCheckpoint checkpoint) {
        throw new UnsupportedOperationException();
    }

    /**
     * Makes a checkpoint the active one.
     *
     * @param seenActive the active one as the caller saw it, empty when there was none; {@code Conflict} when it no longer is
     * @param reason kept in the record for ever
     */
    public Checkpoint activate(Checkpoint target, Optional<Checkpoint> seenActive, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Makes the formerly active checkpoint active again; {@code Conflict} as in activate, or when there is none. */
    public Checkpoint rollback(Optional<Checkpoint> seenActive, String reason) {
        throw new UnsupportedOperationException();
    }

    /** Forgets a checkpoint; the active one is refused with {@code Conflict}. */
    public void delete(Checkpoint checkpoint) {
        throw new UnsupportedOperationException();
    }

    /** The record of activations, newest first, at most 1000. */
    public List<Activation> history() {
        throw new UnsupportedOperationException(client.getClass().getName());
    }
}

package dev.rewarddesk.checkpoint;

import static dev.rewarddesk.supabase.FunctionsApi.get;
import static dev.rewarddesk.supabase.FunctionsApi.post;
import static dev.rewarddesk.supabase.FunctionsApi.put;

import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.ActivationCase;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Evidence;
import dev.rewarddesk.model.NewCheckpoint;
import dev.rewarddesk.model.Schedule;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.SupabaseClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The workspace's checkpoints. Every method blocks and ends with a {@code ServiceFailure} when it fails. */
public final class CheckpointService {

    private static final int PAGE = 1000;

    private final SupabaseClient client;

    public CheckpointService(SupabaseClient client) {
        this.client = client;
    }

    /** All checkpoints, newest first. */
    public List<Checkpoint> list() {
        List<Checkpoint> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Call page = get("rft-checkpoints").query("limit", PAGE);
            Answer answer = client.functions()
                    .send(cursor.map(from -> page.query("cursor", from)).orElse(page));
            answer.rows(CheckpointRow.class).forEach(row -> all.add(row.checkpoint()));
            cursor = answer.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    /** Records a checkpoint; {@code Conflict} when the version is taken. */
    public Checkpoint create(NewCheckpoint checkpoint) {
        return client.functions()
                .send(post("rft-checkpoints").body(checkpoint))
                .data(CheckpointRow.class)
                .checkpoint();
    }

    /** What activating this one would mean now. */
    public ActivationCase caseFor(Checkpoint target) {
        return client.functions()
                .send(get("rft-checkpoints/activation").query("id", target.id()))
                .data(CaseRow.class)
                .activationCase();
    }

    /**
     * Makes a checkpoint the active one.
     *
     * @param seenActive the active one as the caller saw it, empty when there was none; {@code Conflict} when it no longer is
     * @param reason kept in the record for ever; {@code Invalid} when it is blank
     * @param override goes on although guard rails speak against it; without, that is a {@code Conflict} ({@code guarded})
     */
    public Checkpoint activate(Checkpoint target, Optional<Checkpoint> seenActive, String reason, boolean override) {
        return client.functions()
                .send(put("rft-checkpoints")
                        .query("id", target.id())
                        .body(new Activate(true, idOf(seenActive), reason, override)))
                .data(CheckpointRow.class)
                .checkpoint();
    }

    /** Has the backend activate a checkpoint at a time to come; guard rails are asked then. */
    public Schedule schedule(Checkpoint target, Instant dueAt, String reason, boolean override) {
        return client.functions()
                .send(post("rft-checkpoints/schedule").body(new Wish(target.id(), dueAt, reason, override)))
                .data(Schedule.class);
    }

    /** Activations at a set time, newest first, at most 1000, those that are done or failed included. */
    public List<Schedule> schedules() {
        return client.functions()
                .send(get("rft-checkpoints/schedule").query("limit", PAGE))
                .rows(Schedule.class);
    }

    /** Takes an activation back that still waits; {@code Conflict} when it does not any more. */
    public void cancel(Schedule schedule) {
        client.functions().send(FunctionsApi.delete("rft-checkpoints/schedule").query("id", schedule.id()));
    }

    /** What people's rewards say about a checkpoint. */
    public Evidence evidence(Checkpoint checkpoint) {
        return client.functions()
                .send(get("rft-checkpoints/evidence").query("id", checkpoint.id()))
                .data(EvidenceRow.class)
                .evidence();
    }

    /** Two beside each other, with the 20 images where they differ most. */
    public Comparison compare(Checkpoint first, Checkpoint second) {
        return client.functions()
                .send(get("rft-checkpoints/comparison").query("id", first.id()).query("with", second.id()))
                .data(ComparisonRow.class)
                .comparison();
    }

    /** Makes the formerly active checkpoint active again; {@code Conflict} as in activate, or when there is none. */
    public Checkpoint rollback(Optional<Checkpoint> seenActive, String reason) {
        return client.functions()
                .send(post("rft-checkpoints/rollback").body(new Rollback(idOf(seenActive), reason)))
                .data(CheckpointRow.class)
                .checkpoint();
    }

    /** Forgets a checkpoint; the active one is refused with {@code Conflict}. */
    public void delete(Checkpoint checkpoint) {
        client.functions().send(FunctionsApi.delete("rft-checkpoints").query("id", checkpoint.id()));
    }

    /**
     * Follows which checkpoint is active. Connections that break are made again.
     *
     * @param listener told on a thread of its own: the active one now, then each one that becomes it, within a second where the
     *     workspace has a stream of events and within seconds where it has none; empty while none is active
     * @param failed told, on the same thread, of each activation at a set time that could not be done while this follows; where the
     *     workspace has no stream of events only {@link #schedules()} says so
     */
    public Subscription follow(Consumer<Optional<Checkpoint>> listener, Consumer<Schedule> failed) {
        return client.functions()
                .follow(
                        get("rft-checkpoints/events"),
                        get("rft-checkpoints/active"),
                        answer -> listener.accept(
                                answer.optionalData(CheckpointRow.class).map(CheckpointRow::checkpoint)),
                        (event, answer) -> {
                            if (event.equals("schedule_failed")) {
                                failed.accept(answer.data(Schedule.class));
                            }
                        })::close;
    }

    /** The record of activations, newest first, at most 1000. */
    public List<Activation> history() {
        return client
                .functions()
                .send(get("rft-checkpoints/history").query("limit", PAGE))
                .rows(ActivationRow.class)
                .stream()
                .map(ActivationRow::activation)
                .toList();
    }

    private static @Nullable UUID idOf(Optional<Checkpoint> checkpoint) {
        return checkpoint.map(Checkpoint::id).orElse(null);
    }

    // A null in expectedActive is sent: it says that none was active.
    private record Activate(boolean isActive, @Nullable UUID expectedActive, String reason, boolean override) {}

    private record Wish(UUID checkpointId, Instant dueAt, String reason, boolean override) {}

    private record Rollback(@Nullable UUID expectedActive, String reason) {}
}

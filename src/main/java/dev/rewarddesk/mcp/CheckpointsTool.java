package dev.rewarddesk.mcp;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.NewCheckpoint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code rft_manage_checkpoints}: which state of the model is the active one. Guard rails hold here without exception: overriding them
 * is a person's to do.
 */
final class CheckpointsTool implements Tool<CheckpointsTool.Input> {

    private final CheckpointService checkpoints;

    CheckpointsTool(CheckpointService checkpoints) {
        this.checkpoints = checkpoints;
    }

    /**
     * What is to be done.
     *
     * @param checkpointId an id or a version
     */
    record Input(
            Action action,
            @Nullable String checkpointId,
            @Nullable NewData checkpointData,
            @Nullable String reason) {}

    /** What can be done. */
    enum Action {
        LIST,
        CREATE,
        ACTIVATE,
        ROLLBACK,
        DELETE,
        HISTORY,
        ACTIVE
    }

    /** A checkpoint about to be recorded. */
    record NewData(
            String version,
            String storageKey,
            @Nullable String url,
            @Nullable Integer epoch,
            @Nullable Double avgReward) {

        NewCheckpoint checkpoint() {
            return new NewCheckpoint(
                    version, storageKey, url, epoch == null ? 0 : epoch, avgReward == null ? 0 : avgReward);
        }
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) {
        return switch (input.action()) {
            case LIST -> listed(checkpoints.list());
            case CREATE -> {
                Checkpoint made = checkpoints.create(
                        given(input, Input::checkpointData, "checkpoint_data").checkpoint());
                yield one(input, made, "Recorded " + made.version() + ". It is not active.");
            }
            case ACTIVATE -> {
                String reason = given(input, Input::reason, "reason");
                List<Checkpoint> all = checkpoints.list();
                Checkpoint now = checkpoints.activate(named(all, input), active(all), reason, false);
                yield one(input, now, now.version() + " is active now.");
            }
            case ROLLBACK -> {
                String reason = given(input, Input::reason, "reason");
                Checkpoint now = checkpoints.rollback(active(checkpoints.list()), reason);
                yield one(input, now, now.version() + " is active again.");
            }
            case DELETE -> {
                Checkpoint gone = named(checkpoints.list(), input);
                checkpoints.delete(gone);
                yield one(input, gone, gone.version() + " is deleted.");
            }
            case HISTORY -> history(checkpoints.history());
            case ACTIVE ->
                active(checkpoints.list())
                        .map(now -> one(input, now, now.version() + " is active."))
                        .orElseGet(() -> new Answer(
                                "No checkpoint is active yet.", new Document(Action.ACTIVE, null, null, null)));
        };
    }

    private static Answer listed(List<Checkpoint> all) {
        String text = all.isEmpty()
                ? "There are no checkpoints yet."
                : all.stream()
                        .map(each -> "%s%s (%s), epoch %d, recorded reward %s"
                                .formatted(
                                        each.active() ? "* " : "  ",
                                        each.version(),
                                        each.id(),
                                        each.epoch(),
                                        each.avgReward()))
                        .collect(Collectors.joining("\n"));
        return new Answer(text, new Document(Action.LIST, null, all, null));
    }

    private static Answer history(List<Activation> history) {
        String text = history.isEmpty()
                ? "Nothing was activated yet."
                : history.stream()
                        .map(each -> "%s %s by %s: %s"
                                .formatted(each.activatedAt(), each.version(), each.actorName(), each.reason()))
                        .collect(Collectors.joining("\n"));
        return new Answer(
                text,
                new Document(
                        Action.HISTORY,
                        null,
                        null,
                        history.stream().map(Entry::of).toList()));
    }

    private static Answer one(Input input, Checkpoint checkpoint, String sentence) {
        return new Answer(sentence, new Document(input.action(), checkpoint, null, null));
    }

    private static Optional<Checkpoint> active(List<Checkpoint> all) {
        return all.stream().filter(Checkpoint::active).findAny();
    }

    private static Checkpoint named(List<Checkpoint> all, Input input) {
        String wanted = given(input, Input::checkpointId, "checkpoint_id");
        return all.stream()
                .filter(each ->
                        each.id().toString().equals(wanted) || each.version().equals(wanted))
                .findAny()
                .orElseThrow(() -> new ServiceFailure.NotFound(
                        "checkpoint_not_found", "There is no checkpoint " + wanted + ". Nothing was changed."));
    }

    private static <T> T given(Input input, Function<Input, @Nullable T> part, String field) {
        T value = part.apply(input);
        if (value == null || (value instanceof String text && text.isBlank())) {
            throw new ServiceFailure.Invalid(
                    "missing_argument", "This action needs `" + field + "`. Nothing was changed.", field);
        }
        return value;
    }

    private record Document(
            Action action,
            @Nullable Checkpoint checkpoint,
            @Nullable List<Checkpoint> checkpoints,
            @Nullable List<Entry> history) {}

    /** An entry of the record of activations. */
    private record Entry(
            String version,
            @Nullable String previousVersion,
            Activation.Kind kind,
            String reason,
            boolean overridden,
            String actorName,
            Instant activatedAt) {

        static Entry of(Activation entry) {
            return new Entry(
                    entry.version(),
                    entry.previousVersion(),
                    entry.kind(),
                    entry.reason(),
                    entry.overridden(),
                    entry.actorName(),
                    entry.activatedAt());
        }
    }
}

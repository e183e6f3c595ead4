package dev.rewarddesk.cli;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.NewCheckpoint;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(name = "checkpoints", description = "List, record and activate checkpoints.")
final class CheckpointsCommand implements Runnable {

    private static final String NONE = "none";

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
    private boolean json;

    CheckpointsCommand(WorkspaceDoor door) {
        this.door = door;
    }

    /** Without a further word: the list. */
    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "All checkpoints, newest first; the active one is marked with *.")
    void list() {
        List<Checkpoint> checkpoints = with(CheckpointService::list);
        print(checkpoints, CheckpointsCommand::table);
    }

    @Command(name = "create", description = "Record a checkpoint. It is not active at first.")
    void create(
            @Parameters(paramLabel = "VERSION", description = "Its name, unique in the workspace.") String version,
            @Option(
                            names = "--storage-key",
                            required = true,
                            paramLabel = "KEY",
                            description = "Where the weights are.")
                    String storageKey,
            @Option(names = "--url", paramLabel = "URL", description = "Where to read about it.") @Nullable String url,
            @Option(names = "--epoch", paramLabel = "N", defaultValue = "0", description = "0 or more. Default: 0.")
                    int epoch,
            @Option(
                            names = "--avg-reward",
                            paramLabel = "X",
                            defaultValue = "0",
                            description = "What training recorded. Default: 0.")
                    double avgReward) {
        Checkpoint created =
                with(service -> service.create(new NewCheckpoint(version, storageKey, url, epoch, avgReward)));
        print(created, checkpoint -> "Recorded " + checkpoint.version() + ".");
    }

    @Command(name = "activate", description = "Make a checkpoint the active one.")
    void activate(
            @Parameters(paramLabel = "VERSION", description = "The checkpoint's version.") String version,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Why; kept in the record for ever.")
                    String reason,
            @Option(
                            names = "--if-active",
                            paramLabel = "VERSION",
                            description = "Only if this one is active now, or none where it says 'none'.")
                    @Nullable
                    String ifActive) {
        Checkpoint activated = with(service -> {
            List<Checkpoint> all = service.list();
            return service.activate(named(all, version), seenActive(all, ifActive), reason);
        });
        print(activated, checkpoint -> checkpoint.version() + " is active now.");
    }

    @Command(name = "rollback", description = "Make the formerly active checkpoint active again.")
    void rollback(
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            defaultValue = "",
                            description = "Why; kept in the record for ever.")
                    String reason,
            @Option(names = "--if-active", paramLabel = "VERSION", description = "Only if this one is active now.")
                    @Nullable
                    String ifActive) {
        Checkpoint activated = with(service -> service.rollback(seenActive(service.list(), ifActive), reason));
        print(activated, checkpoint -> checkpoint.version() + " is active again.");
    }

    @Command(name = "history", description = "Who activated what, when and why; newest first.")
    void history() {
        List<Activation> history = with(CheckpointService::history);
        print(history, CheckpointsCommand::record);
    }

    private static Checkpoint named(List<Checkpoint> all, String version) {
        return all.stream()
                .filter(checkpoint -> checkpoint.version().equals(version))
                .findAny()
                .orElseThrow(() -> new ServiceFailure.NotFound(
                        "checkpoint_not_found", "There is no checkpoint " + version + ". Nothing was changed."));
    }

    private static Optional<Checkpoint> seenActive(List<Checkpoint> all, @Nullable String ifActive) {
        if (ifActive == null) {
            return all.stream().filter(Checkpoint::active).findAny();
        }
        return ifActive.equals(NONE) ? Optional.empty() : Optional.of(named(all, ifActive));
    }

    private <T> T with(Function<CheckpointService, T> work) {
        try (OpenWorkspace workspace = door.open(parent.folder())) {
            return work.apply(workspace.checkpoints());
        }
    }

    private <T> void print(T result, Function<T, String> forPeople) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((json ? Json.line(result) : forPeople.apply(result)).stripTrailing());
        out.flush();
    }

    private static String table(List<Checkpoint> checkpoints) {
        if (checkpoints.isEmpty()) {
            return "There are no checkpoints.";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("", "VERSION", "EPOCH", "AVG REWARD", "RECORDED", "STORAGE KEY"));
        for (Checkpoint checkpoint : checkpoints) {
            rows.add(List.of(
                    checkpoint.active() ? "*" : "",
                    checkpoint.version(),
                    String.valueOf(checkpoint.epoch()),
                    String.valueOf(checkpoint.avgReward()),
                    checkpoint.createdAt().toString(),
                    checkpoint.storageKey()));
        }
        return Terminal.table(rows);
    }

    private static String record(List<Activation> history) {
        if (history.isEmpty()) {
            return "No checkpoint was ever activated.";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("WHEN", "WHAT", "VERSION", "BEFORE", "WHO", "WHY"));
        for (Activation activation : history) {
            String before = activation.previousVersion();
            rows.add(List.of(
                    activation.activatedAt().toString(),
                    activation.kind() == Activation.Kind.ROLLBACK ? "rollback" : "activate",
                    activation.version(),
                    before == null ? NONE : before,
                    activation.actorName(),
                    activation.reason()));
        }
        return Terminal.table(rows);
    }
}

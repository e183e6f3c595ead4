package dev.rewarddesk.cli;

import dev.rewarddesk.checkpoint.CheckpointService;
import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.Checkpoint;
import dev.rewarddesk.model.Comparison;
import dev.rewarddesk.model.Evidence;
import dev.rewarddesk.model.NewCheckpoint;
import dev.rewarddesk.model.Schedule;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(name = "checkpoints", description = "List, record, compare and activate checkpoints.")
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

    @Command(
            name = "activate",
            description =
                    "Make a checkpoint the active one, now or at a set time. Says first, on stderr, what changes.")
    void activate(
            @Parameters(paramLabel = "VERSION", description = "The checkpoint's version.") String version,
            @Option(
                            names = "--reason",
                            paramLabel = "TEXT",
                            required = true,
                            description = "Why; kept in the record for ever.")
                    String reason,
            @Option(
                            names = "--if-active",
                            paramLabel = "VERSION",
                            description = "Only if this one is active now, or none where it says 'none'.")
                    @Nullable
                    String ifActive,
            @Option(
                            names = "--override",
                            description = "Although the workspace's guard rails speak against it; that is recorded.")
                    boolean override,
            @Option(
                            names = "--at",
                            paramLabel = "TIME",
                            description = "When, such as 2026-12-01T06:00:00Z; the backend does it then.")
                    @Nullable
                    Instant at) {
        if (at != null && ifActive != null) {
            throw new ParameterException(
                    spec.commandLine(), "--if-active is about now and cannot be used with --at. Nothing was changed.");
        }
        if (at != null) {
            Schedule schedule = with(service -> service.schedule(named(service.list(), version), at, reason, override));
            print(
                    schedule,
                    made -> "%s will be activated at %s (%s)."
                            .formatted(made.checkpointVersion(), made.dueAt(), made.id()));
            return;
        }
        Checkpoint activated = with(service -> {
            List<Checkpoint> all = service.list();
            Checkpoint target = named(all, version);
            Optional<Checkpoint> seen = seenActive(all, ifActive);
            err(EvidenceText.of(service.caseFor(target)));
            return service.activate(target, seen, reason, override);
        });
        print(activated, checkpoint -> checkpoint.version() + " is active now.");
    }

    @Command(name = "evidence", description = "What people's rewards say about a checkpoint.")
    void evidence(@Parameters(paramLabel = "VERSION", description = "The checkpoint's version.") String version) {
        Evidence evidence = with(service -> service.evidence(named(service.list(), version)));
        print(evidence, EvidenceText::of);
    }

    @Command(name = "compare", description = "One checkpoint beside another, or beside the active one.")
    void compare(
            @Parameters(index = "0", paramLabel = "VERSION", description = "The one.") String version,
            @Parameters(
                            index = "1",
                            arity = "0..1",
                            paramLabel = "OTHER",
                            description = "The other. Default: the active one.")
                    @Nullable
                    String other) {
        Comparison comparison = with(service -> {
            List<Checkpoint> all = service.list();
            return service.compare(named(all, version), other == null ? active(all) : named(all, other));
        });
        print(comparison, EvidenceText::of);
    }

    @Command(name = "scheduled", description = "Activations at a set time, newest first; or take one back.")
    void scheduled(
            @Option(names = "--cancel", paramLabel = "ID", description = "Take this one back.") @Nullable UUID cancel) {
        if (cancel == null) {
            print(with(CheckpointService::schedules), CheckpointsCommand::schedules);
            return;
        }
        Schedule cancelled = with(service -> {
            Schedule found = service.schedules().stream()
                    .filter(schedule -> schedule.id().equals(cancel))
                    .findAny()
                    .orElseThrow(() -> new ServiceFailure.NotFound(
                            "schedule_not_found",
                            "There is no scheduled activation " + cancel + ". Nothing was changed."));
            service.cancel(found);
            return found;
        });
        print(
                cancelled,
                schedule ->
                        "%s will not be activated at %s.".formatted(schedule.checkpointVersion(), schedule.dueAt()));
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

    private static Checkpoint active(List<Checkpoint> all) {
        return all.stream()
                .filter(Checkpoint::active)
                .findAny()
                .orElseThrow(() -> new ServiceFailure.NotFound(
                        "none_active", "No checkpoint is active yet: say with which one to compare."));
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
        try (OpenWorkspace workspace = door.open(parent.place())) {
            return work.apply(workspace.checkpoints());
        }
    }

    private <T> void print(T result, Function<T, String> forPeople) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((json ? Json.line(result) : forPeople.apply(result)).stripTrailing());
        out.flush();
    }

    private void err(String text) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(text);
        err.flush();
    }

    private static String schedules(List<Schedule> schedules) {
        if (schedules.isEmpty()) {
            return "No activation was ever set for later.";
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ID", "WHEN", "VERSION", "STATE", "WHO", "WHY", "OUTCOME"));
        for (Schedule schedule : schedules) {
            rows.add(List.of(
                    schedule.id().toString(),
                    schedule.dueAt().toString(),
                    schedule.checkpointVersion(),
                    schedule.state().name().toLowerCase(Locale.ROOT),
                    schedule.actorName(),
                    schedule.reason(),
                    schedule.outcome()));
        }
        return Terminal.table(rows);
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
                    activation.kind().name().toLowerCase(Locale.ROOT) + (activation.overridden() ? ", overriding" : ""),
                    activation.version(),
                    before == null ? NONE : before,
                    activation.actorName(),
                    activation.reason()));
        }
        return Terminal.table(rows);
    }
}

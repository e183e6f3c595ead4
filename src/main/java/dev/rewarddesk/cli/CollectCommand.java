package dev.rewarddesk.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.session.Bounds;
import dev.rewarddesk.collect.session.CollectProgress;
import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectRun;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import dev.rewarddesk.settings.EndpointSettings;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "collect",
        description = "Collect a website's images: follow its links, by its rules, and upload what passes.",
        footer = {
            "",
            "Sites are asked politely: by their robots.txt, a few requests at a time, with pauses between.",
            "Ctrl+C stops, and says how to go on from there. So does a bound that is reached."
        })
@Section("collect")
final class CollectCommand implements Callable<Integer> {

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", arity = "0..*", description = "Where to begin.")
    private List<String> urls = new ArrayList<>();

    @Mixin
    private BoundOptions bounds = new BoundOptions();

    @Mixin
    private CollectOptions options = new CollectOptions();

    @Mixin
    private ImageOptions images = new ImageOptions();

    @Mixin
    private HeldOptions held = new HeldOptions();

    @Option(
            names = "--resume",
            paramLabel = "SESSION",
            description = "Go on with that session as it was, within the bounds that are given now.")
    private @Nullable String resume;

    @Option(names = "--sessions", description = "List the sessions, and collect nothing.")
    private boolean sessions;

    @Option(
            names = "--allow-private",
            negatable = true,
            fallbackValue = "true",
            description = "Ask this machine and its network too, which is refused otherwise.")
    private boolean allowPrivate;

    @Option(names = "--dry-run", description = "Upload nothing; say what would be.")
    private boolean dryRun;

    @Option(
            names = "--answer",
            negatable = true,
            fallbackValue = "true",
            description =
                    "Then ask the model that `reward-desk endpoint set` names about the images that this brought in.")
    private boolean answer;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    CollectCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() throws InterruptedException {
        int ways = (urls.isEmpty() ? 0 : 1) + (resume == null ? 0 : 1) + (sessions ? 1 : 0) + (held.areGiven() ? 1 : 0);
        if (ways != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name one of these: URLs to begin at, a session to --resume, --sessions, or what to do with images that are"
                            + " held back: --groups, --keep, --drop.");
        }
        // What cannot be understood is said before any workspace is opened.
        CollectSettings settings = settings();
        boolean bringsIn = !sessions && !held.areGiven() && !dryRun;
        if (answer && !bringsIn && spec.commandLine().getParseResult().hasMatchedOption("--answer")) {
            throw new ParameterException(spec.commandLine(), "--answer needs images that are brought in now.");
        }
        AnswerSettings asking = answer && bringsIn ? asking() : null;
        try (OpenWorkspace workspace = door.open(parent.place())) {
            CollectService service = workspace.collecting();
            if (sessions) {
                list(service.sessions());
                return CommandLineProgram.DONE;
            }
            if (held.areGiven()) {
                held.perform(service, json, spec.commandLine().getOut());
                return CommandLineProgram.DONE;
            }
            CollectReport report = collect(service, settings);
            boolean good = (asking != null && isToBeAnswered(report))
                    ? ask(workspace.answers(), report, asking)
                    : !report.state().equals("failed") && !report.hadNothing();
            return good ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
        }
    }

    private CollectSettings settings() {
        CommandLine line = spec.commandLine();
        CollectSettings settings = options.settings(urls, bounds.over(Bounds.USUAL, line), images, line);
        return (allowPrivate ? settings.allowingPrivate() : settings).dry(dryRun);
    }

    private AnswerSettings asking() {
        EndpointSettings endpoint = ConfiguredRun.by(parent.configured())
                .asking(EndpointCommand.read(door.endpoints()))
                .orElseThrow(
                        () -> new ParameterException(
                                spec.commandLine(),
                                "--answer asks whom `reward-desk endpoint set` or the configuration names, and that is nobody yet."));
        return EndpointKeySource.asking(endpoint, door.endpoints(), false);
    }

    private CollectReport collect(CollectService service, CollectSettings settings) throws InterruptedException {
        ProgressLine line = new ProgressLine(spec.commandLine().getErr());
        Consumer<CollectProgress> listener = progress -> line.show(CollectText.line(progress));
        String again = resume;
        CollectRun run = again == null
                ? service.start(settings, listener)
                : service.resume(
                        again,
                        before -> before.within(bounds.namedOver(before.bounds(), spec.commandLine())),
                        listener);
        try (AtInterrupt _ = AtInterrupt.stop(run::cancel)) {
            run.await();
            line.end();
            CollectReport report = service.report(run);
            tell(report);
            return report;
        }
    }

    private void tell(CollectReport report) {
        PrintWriter err = spec.commandLine().getErr();
        if (!report.message().isEmpty()) {
            err.println(Terminal.plain(report.message()));
        }
        if (report.hadNothing()) {
            err.println("None of the pages could be had, and nothing was collected. The summary says why.");
        }
        if (report.canGoOn()) {
            err.println("To go on from there: reward-desk collect --resume " + report.session());
        }
        if (report.images().near() > 0 && !report.dryRun()) {
            err.println("Some images look like others and are held back: reward-desk collect --groups");
        }
        err.flush();
        // Whoever reads JSON gets one document.
        if (!json || !isToBeAnswered(report)) {
            print(json ? Json.line(report) : CollectText.summary(report));
        }
    }

    private boolean isToBeAnswered(CollectReport report) {
        return answer
                && !report.dryRun()
                && !report.hadNothing()
                && (report.state().equals("done") || report.state().equals("bounded"));
    }

    private boolean ask(AnswerService answers, CollectReport report, AnswerSettings settings) {
        ImageFilter these = new ImageFilter(Optional.empty(), Optional.of(report.session()));
        return new AskingRun(answers, spec.commandLine().getErr())
                .ask(
                        these,
                        settings,
                        end -> print(
                                json
                                        ? Json.line(new Both(report, AnswerText.document(end)))
                                        : AnswerText.summary(end)));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    /** What {@code --json --answer} prints. */
    private record Both(@JsonUnwrapped CollectReport report, AnswerText.Document answers) {}

    private void list(List<CollectReport> reports) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.line(reports) + "\n" : CollectText.list(reports));
        out.flush();
    }
}

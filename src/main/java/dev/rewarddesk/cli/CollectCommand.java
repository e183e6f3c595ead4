package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.CollectReport;
import dev.rewarddesk.collect.session.CollectRun;
import dev.rewarddesk.collect.session.CollectService;
import dev.rewarddesk.collect.session.CollectSettings;
import java.io.Console;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        CollectSettings settings = options.settings(urls, bounds, images, spec.commandLine());
        try (OpenWorkspace workspace = door.open(parent.folder())) {
            CollectService service = workspace.collecting();
            if (sessions) {
                list(service.sessions());
                return CommandLineProgram.DONE;
            }
            if (held.areGiven()) {
                held.perform(service, json, spec.commandLine().getOut());
                return CommandLineProgram.DONE;
            }
            return collect(service, settings);
        }
    }

    private int collect(CollectService service, CollectSettings settings) throws InterruptedException {
        boolean watched = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        ProgressLine line = new ProgressLine(spec.commandLine().getErr(), watched);
        String again = resume;
        CollectRun run = again == null
                ? service.start(settings, line::show)
                : service.resume(
                        again, before -> before.within(bounds.over(before.bounds(), spec.commandLine())), line::show);
        CollectReport report;
        try (AtInterrupt _ = AtInterrupt.stop(run)) {
            run.await();
            line.end();
            report = service.session(run.session());
            tell(report);
        }
        return report.state().equals("failed") ? CommandLineProgram.FAILED : CommandLineProgram.DONE;
    }

    private void tell(CollectReport report) {
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        if (!report.message().isEmpty()) {
            err.println(Terminal.plain(report.message()));
        }
        if (report.canGoOn()) {
            err.println("To go on from there: reward-desk collect --resume " + report.session());
        }
        if (report.images().near() > 0 && !report.dryRun()) {
            err.println("Some images look like others and are held back: reward-desk collect --groups");
        }
        err.flush();
        out.println(json ? Json.line(report) : CollectText.summary(report));
        out.flush();
    }

    private void list(List<CollectReport> reports) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? Json.line(reports) + "\n" : CollectText.list(reports));
        out.flush();
    }
}

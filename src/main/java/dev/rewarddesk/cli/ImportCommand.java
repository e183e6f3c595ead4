package dev.rewarddesk.cli;

import dev.rewarddesk.collect.ImportProgress;
import dev.rewarddesk.collect.ImportReport;
import dev.rewarddesk.collect.ImportReport.Problem;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "import",
        description = "Bring a folder in: images beside responses.jsonl. Importing it again adds nothing.",
        footer = {
            "",
            "responses.jsonl has one object a line:",
            "{\"image\":\"file.png\",\"prompt\":\"…\",\"response_text\":\"…\",\"model_id\":\"…\",\"metadata\":{…}}",
            "checkpoints.jsonl, where there is one: version, storage_key, url, epoch, avg_reward, is_active, metadata.",
            "Bad lines are reported to standard error, and the good ones imported; the exit status is 1 then."
        })
final class ImportCommand implements Callable<Integer> {

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "PATH", description = "The folder.")
    private Path path;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    ImportCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        if (path.toString().isBlank()) {
            throw new ParameterException(spec.commandLine(), "The folder to import has no name.");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), path + " is not a folder.");
        }
        if (!Files.isDirectory(path)) {
            throw new ParameterException(spec.commandLine(), "There is no folder " + path + ".");
        }
        PrintWriter err = spec.commandLine().getErr();
        ImportReport report;
        try (OpenWorkspace workspace = door.open(parent.place())) {
            boolean watched = Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .isPresent();
            report = workspace.folders().run(path, progress -> {
                if (watched) {
                    show(progress, err);
                }
            });
        }
        for (Problem problem : report.problems()) {
            String where = problem.line() == 0 ? problem.file() : problem.file() + ":" + problem.line();
            err.println(Terminal.plain(where + ": " + problem.reason()));
        }
        err.flush();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.line(report) : summary(report));
        out.flush();
        return report.problems().isEmpty() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    private static void show(ImportProgress progress, PrintWriter err) {
        err.print(
                "\r" + progress.done() + " of " + progress.total() + (progress.done() == progress.total() ? "\n" : ""));
        err.flush();
    }

    private static String summary(ImportReport report) {
        return "New: %s, %s, %s. There already: %d. Not imported: %d."
                .formatted(
                        count(report.images(), "image"),
                        count(report.responses(), "response"),
                        count(report.checkpoints(), "checkpoint"),
                        report.known(),
                        report.problems().size());
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

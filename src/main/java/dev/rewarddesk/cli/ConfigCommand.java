package dev.rewarddesk.cli;

import dev.rewarddesk.settings.config.ConfigSchema;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        description = "Say what is configured, check it, and make the workspace so.",
        footer = {
            "",
            "What the command line says counts most, then the environment, then config.json, then what is built in.",
            "docs/configuration.md tells of each setting."
        })
final class ConfigCommand implements Runnable {

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

    ConfigCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(
            name = "check",
            description =
                    "Check the configuration: which file is read, what holds and where it comes from. Shows no secret. Fails where"
                            + " something is wrong.")
    int check(@Option(names = "--json", description = "Print the result as JSON.") boolean json) {
        ConfigReport report = ConfigReport.of(parent);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.line(report) : report.text());
        out.flush();
        return report.ok() ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    @Command(
            name = "apply",
            description =
                    "Make the workspace as configured: when it has enough to train on, and the bucket of a local one. Says what it"
                            + " changes; what the configuration does not name stays as it is.")
    void apply(
            @Option(names = "--dry-run", description = "Only say what would be changed.") boolean dry,
            @Option(names = "--json", description = "Print the result as JSON.") boolean json) {
        parent.configured().requireNoMistakes();
        List<Applying.Change> changes = new Applying(door, parent.configured().configuration()).to(parent.place(), dry);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.line(Map.of("changes", changes, "dry_run", dry)) : text(changes, dry));
        out.flush();
    }

    private static String text(List<Applying.Change> changes, boolean dry) {
        if (changes.isEmpty()) {
            return "The workspace is as configured; nothing was changed.";
        }
        String lines =
                changes.stream().map(change -> Terminal.plain(change.text())).collect(Collectors.joining("\n"));
        if (dry) {
            return lines + "\nNothing was changed: this was a dry run.";
        }
        return changes.stream().anyMatch(change -> change.name().equals("bucket"))
                ? lines + "\nA program that has the workspace open keeps images where it did until it ends."
                : lines;
    }

    @Command(name = "schema", description = "Print the JSON Schema of config.json.")
    void schema() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ConfigSchema.ours().text());
        out.flush();
    }
}

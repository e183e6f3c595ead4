package dev.rewarddesk.cli;

import dev.rewarddesk.settings.config.ConfigSchema;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        description = "Say what is configured, and check it.",
        footer = {
            "",
            "What the command line says counts most, then the environment, then config.json, then what is built in.",
            "docs/configuration.md tells of each setting."
        })
final class ConfigCommand implements Runnable {

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

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

    @Command(name = "schema", description = "Print the JSON Schema of config.json.")
    void schema() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(ConfigSchema.ours().text());
        out.flush();
    }
}

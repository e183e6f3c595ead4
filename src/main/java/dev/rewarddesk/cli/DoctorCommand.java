package dev.rewarddesk.cli;

import dev.rewarddesk.account.ProjectCheck;
import dev.rewarddesk.cli.Finding.State;
import dev.rewarddesk.settings.config.Configuration;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "doctor", description = "Check what the program needs, and say what to do where something is wrong.")
final class DoctorCommand implements Callable<Integer> {

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Check a hosted project instead, such as https://abcd.supabase.co.")
    private @Nullable String url;

    @Option(
            names = "--key-from",
            paramLabel = "FILE",
            description = "Has the project's publishable key. Default: " + KeySource.VARIABLE + ", or it is asked for.")
    private @Nullable Path keyFile;

    DoctorCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        List<Finding> findings = url == null ? machine() : project(url);
        boolean well = findings.stream().noneMatch(finding -> finding.state() == State.WRONG);

        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(new Document(well, findings)));
        } else {
            findings.forEach(finding -> out.println(Terminal.plain(finding.line())));
            out.println(well ? "All is well." : "Something is wrong; see above.");
        }
        out.flush();
        return well ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
    }

    private List<Finding> machine() {
        if (keyFile != null) {
            throw new ParameterException(spec.commandLine(), "--key-from is for a project; name it with --url.");
        }
        List<Finding> findings = new ArrayList<>();
        findings.addAll(configuration());
        findings.add(MachineChecks.java());
        findings.add(MachineChecks.display());
        findings.add(MachineChecks.folder(parent.localFolder()));
        findings.add(MachineChecks.space(parent.localFolder()));
        boolean sound = findings.stream().noneMatch(finding -> finding.state() == State.WRONG);
        findings.add(BucketCheck.of(door, parent.localFolder()));
        findings.add(sound ? WorkspaceCheck.of(door, parent.localFolder()) : WorkspaceCheck.notTried());
        return findings;
    }

    // Who has configured nothing is not told of it.
    private List<Finding> configuration() {
        Configuration configuration = parent.configured().configuration();
        List<Finding> wrong = configuration.mistakes().stream()
                .map(mistake -> Finding.wrong("configuration", mistake.line()))
                .toList();
        return wrong.isEmpty()
                ? configuration.file().map(file -> Finding.ok("configuration", file + " is understood.")).stream()
                        .toList()
                : wrong;
    }

    private List<Finding> project(String at) {
        return new ProjectCheck(door.schemaVersion(), InstantSource.system())
                .of(at, key()).stream()
                        .map(check -> check.well()
                                ? Finding.ok(check.name(), check.says())
                                : Finding.wrong(check.name(), check.says()))
                        .toList();
    }

    private String key() {
        try {
            return KeySource.read(keyFile)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "The project's publishable key is needed: in a file that --key-from names, or in "
                                    + KeySource.VARIABLE + "."));
        } catch (IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "The file that --key-from names cannot be read.");
        }
    }

    private record Document(boolean ok, List<Finding> findings) {}
}

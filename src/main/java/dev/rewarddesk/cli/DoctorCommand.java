package dev.rewarddesk.cli;

import dev.rewarddesk.cli.Finding.State;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

    DoctorCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        List<Finding> findings = new ArrayList<>();
        findings.add(MachineChecks.java());
        findings.add(MachineChecks.display());
        findings.add(MachineChecks.folder(parent.folder()));
        findings.add(MachineChecks.space(parent.folder()));
        boolean sound = findings.stream().noneMatch(finding -> finding.state() == State.WRONG);
        findings.add(BucketCheck.of(door, parent.folder()));
        findings.add(sound ? WorkspaceCheck.of(door, parent.folder()) : WorkspaceCheck.notTried());
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

    private record Document(boolean ok, List<Finding> findings) {}
}

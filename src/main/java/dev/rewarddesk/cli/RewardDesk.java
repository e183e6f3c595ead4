package dev.rewarddesk.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program without a command: the desktop. Holds the option that every command takes. */
@Command(
        name = "reward-desk",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        description = "Look at images beside a model's answers, and say what you think of them.")
final class RewardDesk implements Runnable {

    private final WorkspaceDoor door;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The local workspace's folder. Default: REWARD_DESK_HOME, or your folder for programs' data.")
    private @Nullable Path workspace;

    RewardDesk(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public void run() {
        if (Display.isThere()) {
            door.showDesktop(folder());
            return;
        }
        Path out = Files.exists(Path.of("pom.xml")) ? Path.of("target/tour") : Path.of("reward-desk-tour");
        PrintWriter err = spec.commandLine().getErr();
        err.println(
                "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so the tour is played instead of"
                        + " opening the desktop.");
        err.flush();
        tour(out);
    }

    @Command(
            name = "tour",
            description =
                    "Play the main job on a throw-away workspace, without a display, and save each screen as PNG.")
    void tour(
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            required = true,
                            description = "Where the pictures go; made if it is not there.")
                    Path out) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw new ParameterException(spec.commandLine(), out + " is not a folder.");
        }
        PrintWriter lines = spec.commandLine().getOut();
        door.playTour(out).forEach(lines::println);
        lines.flush();
    }

    /** Ends with wrong usage where the name is empty, as a variable that is not set makes it: that is no folder to fill. */
    Path folder() {
        if (workspace == null) {
            return door.usualFolder();
        }
        if (workspace.toString().isBlank()) {
            throw new ParameterException(spec.commandLine(), "The folder that --workspace names has no name.");
        }
        return workspace.toAbsolutePath().normalize();
    }
}

package dev.rewarddesk.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program without a command: the desktop. Holds the option that every command takes. */
@Command(
        name = "reward-desk",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        description = "Look at images beside a model's answers, and say what you think of them.",
        footer = {
            "",
            "Without a command the desktop opens. Exit status: 0 done, 1 failed, 2 wrong usage. Results go to",
            "standard output, messages to standard error."
        })
final class RewardDesk implements Runnable {

    private final WorkspaceDoor door;

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
        door.showDesktop(folder());
    }

    @Command(
            name = "tour",
            description = "Play the main job on a throw-away workspace, without a display, and save each screen as PNG.")
    void tour(
            @Option(
                            names = "--out",
                            paramLabel = "DIR",
                            required = true,
                            description = "Where the pictures go; made if it is not there.")
                    Path out) {
        door.playTour(out);
    }

    Path folder() {
        return workspace == null ? door.usualFolder() : workspace.toAbsolutePath().normalize();
    }
}

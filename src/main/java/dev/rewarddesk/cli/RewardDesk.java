package dev.rewarddesk.cli;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.config.Configuration;
import dev.rewarddesk.settings.config.Configuration.Chosen;
import dev.rewarddesk.settings.config.MissingSecretException;
import dev.rewarddesk.settings.config.Secret;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
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
    private final Configured configured;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--workspace",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The local workspace's folder. Default: REWARD_DESK_HOME, or your folder for programs' data.")
    private @Nullable Path workspace;

    @Option(
            names = Configured.OPTION,
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "What holds where nothing is said here. Default: " + Configuration.VARIABLE
                    + ", or config.json in your folder for programs' settings.")
    void config(@Nullable Path file) {
        // It is read before this one sees it; without a name there is nothing to read.
        if (file != null && file.toString().isBlank()) {
            throw new ParameterException(spec.commandLine(), "The file that --config names has no name.");
        }
    }

    RewardDesk(WorkspaceDoor door, Configured configured) {
        this.door = door;
        this.configured = configured;
    }

    @Override
    public void run() {
        if (Display.isThere()) {
            // Whoever opens the desktop by its icon would see nothing else of a mistake than that it does not open.
            configured
                    .configuration()
                    .mistakes()
                    .forEach(mistake -> spec.commandLine().getErr().println(Terminal.plain(mistake.line())));
            door.showDesktop(localFolder());
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

    boolean namesWorkspace() {
        return workspace != null;
    }

    Configured configured() {
        return configured;
    }

    /** The workspace to work on: the nearest that is named. Ends with a {@code ServiceFailure} where its key is missing. */
    WorkspacePlace place() {
        Optional<Chosen> chosen = workspace == null ? configured.configuration().workspace() : Optional.empty();
        return chosen.isPresent() && chosen.get() instanceof Chosen.Project(String url)
                ? hosted(url)
                : new WorkspacePlace.Local(localFolder());
    }

    /** The local workspace to work on; ends with a {@code ServiceFailure} where a hosted one is configured. */
    Path folder() {
        if (place() instanceof WorkspacePlace.Local(Path folder)) {
            return folder;
        }
        throw new ServiceFailure.Invalid(
                "workspace_not_local",
                "The configuration names a hosted workspace, and this command is about one on this machine. Name it with"
                        + " --workspace. Nothing was done.",
                "workspace");
    }

    /** The local workspace, even where a hosted one is worked on. Ends with wrong usage where the name is empty, as a variable that is not set makes it: that is no folder to fill. */
    Path localFolder() {
        if (workspace == null) {
            return configured.configuration().workspace().orElse(null) instanceof Chosen.Folder(Path folder)
                    ? folder
                    : door.usualFolder();
        }
        if (workspace.toString().isBlank()) {
            throw new ParameterException(spec.commandLine(), "The folder that --workspace names has no name.");
        }
        return workspace.toAbsolutePath().normalize();
    }

    private WorkspacePlace hosted(String url) {
        try {
            Optional<Secret> secret = configured.configuration().secret("/supabase/secret_key");
            Optional<Secret> publishable = configured.configuration().secret("/supabase/publishable_key");
            return secret.<WorkspacePlace>map(key -> new WorkspacePlace.Pipeline(url, key))
                    .or(() -> publishable.map(key -> new WorkspacePlace.Person(url, key)))
                    .orElseThrow(() -> new ServiceFailure.Invalid(
                            "no_key",
                            "The configuration names a hosted workspace and says nowhere where its secret_key or publishable_key is."
                                    + " Nothing was done.",
                            "supabase"));
        } catch (MissingSecretException missing) {
            throw new ServiceFailure.Invalid("no_key", missing.getMessage() + " Nothing was done.", "supabase");
        }
    }
}

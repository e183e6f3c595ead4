package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.CollectSettings;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "mcp",
        description =
                "Serve an assistant: the Model Context Protocol on standard input and output, until the input ends.",
        footer = {
            "",
            "Started by the assistant's own program, as docs/mcp.md shows. Nothing else is written to standard output."
        })
@Section("mcp")
final class McpCommand implements Runnable {

    /** It runs as this person, who could have it read any file. */
    private static final List<Path> EVERYWHERE = StreamSupport.stream(
                    FileSystems.getDefault().getRootDirectories().spliterator(), false)
            .toList();

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Option(
            names = "--allow-private",
            negatable = true,
            fallbackValue = "true",
            description = "Let it collect from this machine and its network, which is refused otherwise.")
    private boolean allowPrivate;

    @Option(
            names = "--answers",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Ask the model that `reward-desk endpoint set` or the configuration names about images that it brings in. This is"
                            + " the default.")
    private boolean answers = true;

    McpCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public void run() {
        ConfiguredRun configured = ConfiguredRun.by(parent.configured());
        CollectSettings collecting = configured.collecting();
        door.serveAssistant(
                parent.place(),
                new AssistantOptions(
                        allowPrivate ? collecting.allowingPrivate() : collecting,
                        configured.most(),
                        EVERYWHERE,
                        // Asked at every call: whom to ask may be set while an assistant is at work.
                        () -> answers ? configured.asking(door.endpoints()) : Optional.empty()));
    }
}

package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerSettings;
import java.util.Optional;
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
final class McpCommand implements Runnable {

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Option(
            names = "--allow-private",
            description = "Let it collect from this machine and its network, which is refused otherwise.")
    private boolean allowPrivate;

    @Option(
            names = "--no-answers",
            description =
                    "Ask no model about images that it brings in. Otherwise the one that `reward-desk endpoint set` names is asked.")
    private boolean noAnswers;

    McpCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public void run() {
        door.serveAssistant(parent.folder(), new AssistantOptions(allowPrivate, this::asking));
    }

    // Asked at every call: whom to ask may be set while an assistant is at work.
    private Optional<AnswerSettings> asking() {
        return noAnswers
                ? Optional.empty()
                : EndpointCommand.read(door.endpoints())
                        .map(chosen -> EndpointKeySource.asking(chosen, door.endpoints(), false));
    }
}

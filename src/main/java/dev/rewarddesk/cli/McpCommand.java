package dev.rewarddesk.cli;

import picocli.CommandLine.Command;
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

    McpCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public void run() {
        door.serveAssistant(parent.folder());
    }
}

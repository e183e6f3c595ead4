package dev.rewarddesk.cli;

import dev.rewarddesk.collect.session.CollectSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Run the workspace's backend alone, until it is told to end (Ctrl+C, SIGTERM).")
@Section("serve")
final class ServeCommand implements Runnable {

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "P",
            defaultValue = "0",
            description = "The port; 0, the default, takes a free one.")
    private int port;

    @Option(
            names = "--json",
            description = "Print how to reach it, secrets included, as one line of JSON before anything else.")
    private boolean json;

    @Option(names = "--expose-database", description = "Let database tools in, as the owner of the data.")
    private boolean exposeDatabase;

    @Option(
            names = "--mcp",
            negatable = true,
            fallbackValue = "true",
            description =
                    "Serve assistants, too: the Model Context Protocol on Streamable HTTP, for whoever has a token.")
    private boolean mcp;

    @Option(
            names = "--mcp-port",
            paramLabel = "P",
            defaultValue = "0",
            description = "The port of --mcp; 0, the default, takes a free one.")
    private int mcpPort;

    @Option(
            names = "--mcp-allow-private",
            negatable = true,
            fallbackValue = "true",
            description = "Let those assistants collect from this machine and its network.")
    private boolean mcpAllowPrivate;

    @Option(
            names = "--mcp-answers",
            negatable = true,
            fallbackValue = "true",
            description =
                    "Ask the model that `reward-desk endpoint set` or the configuration names about images that those"
                            + " assistants bring in. It costs whoever owns the key.")
    private boolean mcpAnswers;

    @Option(
            names = "--mcp-files",
            paramLabel = "DIR",
            split = "\n",
            description =
                    "A folder whose files those assistants may have read, where they declare it, or a folder in it, as a"
                            + " root. May be repeated.")
    private List<Path> mcpFiles = List.of();

    ServeCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public void run() {
        AssistantOptions options = options();
        ServedAccess access = door.serve(parent.folder(), port, exposeDatabase);
        Optional<URI> assistants =
                mcp ? Optional.of(door.serveAssistants(parent.folder(), access, mcpPort, options)) : Optional.empty();
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.line(document(access, assistants)) : forPeople(access, assistants));
        out.flush();
        untilTheEnd();
    }

    // Whoever holds a token is no reason to spend this person's money or to read this person's files: that takes a word
    // of theirs.
    private AssistantOptions options() {
        ConfiguredRun configured = ConfiguredRun.by(parent.configured());
        CollectSettings collecting = configured.collecting();
        return new AssistantOptions(
                mcpAllowPrivate ? collecting.allowingPrivate() : collecting,
                configured.most(),
                mcpFiles.stream().map(this::folder).toList(),
                () -> mcpAnswers ? configured.asking(door.endpoints()) : Optional.empty());
    }

    private Path folder(Path named) {
        try {
            Path real = named.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
        } catch (IOException missing) {
            // Told below.
        }
        throw new ParameterException(
                spec.commandLine(), "--mcp-files " + named + " is no folder that can be read. Nothing was started.");
    }

    private static Map<String, Object> document(ServedAccess access, Optional<URI> assistants) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("url", access.url());
        document.put("publishableKey", access.publishableKey());
        document.put("secretKey", access.secretKey());
        document.put("ownerEmail", access.ownerEmail());
        document.put("ownerPassword", access.ownerPassword());
        access.databaseUrl().ifPresent(url -> document.put("databaseUrl", url));
        assistants.ifPresent(url -> document.put("mcpUrl", url));
        return document;
    }

    private String forPeople(ServedAccess access, Optional<URI> assistants) {
        return """
                The workspace %s is served at %s%s
                Publishable key: %s
                The secret key, and how to sign in, are shown by --json and by the desktop's settings.
                Press Ctrl+C to end.""".formatted(
                        parent.folder(),
                        access.url(),
                        assistants.map(url -> ", and to assistants at " + url).orElse(""),
                        access.publishableKey());
    }

    // The door closes what it opened when the process is told to end.
    private static void untilTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.rewarddesk.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(name = "serve", description = "Run the workspace's backend alone, until it is told to end (Ctrl+C, SIGTERM).")
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

    ServeCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public void run() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(spec.commandLine(), "A port is from 0 to 65535, not " + port + ".");
        }
        ServedAccess access = door.serve(parent.folder(), port, exposeDatabase);
        PrintWriter out = spec.commandLine().getOut();
        out.println(json ? Json.line(document(access)) : forPeople(access));
        out.flush();
        untilTheEnd();
    }

    private static Map<String, Object> document(ServedAccess access) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("url", access.url());
        document.put("publishableKey", access.publishableKey());
        document.put("secretKey", access.secretKey());
        document.put("ownerEmail", access.ownerEmail());
        document.put("ownerPassword", access.ownerPassword());
        access.databaseUrl().ifPresent(url -> document.put("databaseUrl", url));
        return document;
    }

    private String forPeople(ServedAccess access) {
        return """
                The workspace %s is served at %s
                Publishable key: %s
                The secret key, and how to sign in, are shown by --json and by the desktop's settings.
                Press Ctrl+C to end.""".formatted(parent.folder(), access.url(), access.publishableKey());
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

package dev.rewarddesk.cli;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.EndpointSettings;
import dev.rewarddesk.settings.Endpoints;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

@Command(
        name = "endpoint",
        description =
                "Say once whom to ask for answers, for `answer` and for the desktop. Without a further word: show it.",
        footer = {
            "",
            "The key is kept sealed in the vault: set " + EndpointKeySource.VARIABLE + " to it and say --keep-key."
        })
final class EndpointCommand implements Runnable {

    private final WorkspaceDoor door;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the result as JSON.")
    private boolean json;

    EndpointCommand(WorkspaceDoor door) {
        this.door = door;
    }

    /**
     * What {@code --json} prints.
     *
     * @param endpoint null where none is set
     * @param keyKept whether its key is in the vault
     */
    record Document(@Nullable EndpointSettings endpoint, boolean keyKept) {}

    @Override
    public void run() {
        tell(read(door.endpoints()));
    }

    @Command(name = "set", description = "Set it. What is not named stays as it was set for the same endpoint.")
    void set(
            @Mixin EndpointOptions options,
            @Option(names = "--keep-key", description = "Keep the key for this endpoint, sealed, from now on.")
                    boolean keepKey) {
        Endpoints endpoints = door.endpoints();
        EndpointSettings chosen = options.over(read(endpoints), spec.commandLine());
        // What nobody could ask with is not set.
        EndpointKeySource.asking(chosen, endpoints, keepKey);
        change(() -> endpoints.choose(chosen));
        tell(Optional.of(chosen));
    }

    @Command(name = "forget", description = "Ask nobody any more, and forget the key.")
    void forget() {
        change(() -> door.endpoints().forget());
        tell(Optional.empty());
    }

    /** What was set; empty where nothing was. */
    static Optional<EndpointSettings> read(Endpoints endpoints) {
        try {
            return endpoints.chosen();
        } catch (IOException failure) {
            throw new ServiceFailure.Server("endpoint_unknown", String.valueOf(failure.getMessage()), null, failure);
        }
    }

    private void tell(Optional<EndpointSettings> endpoint) {
        boolean kept = endpoint.isPresent()
                && EndpointKeySource.isKept(door.endpoints(), endpoint.get().url());
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                json
                        ? Json.line(new Document(endpoint.orElse(null), kept))
                        : endpoint.map(chosen -> text(chosen, kept)).orElse("No endpoint is set."));
        out.flush();
    }

    private static String text(EndpointSettings chosen, boolean kept) {
        return Terminal.plain(
                "%s at %s%s; answers each: %d, at a time: %d; a run at most: %d requests, %d tokens; its key is %s"
                        .formatted(
                                chosen.model(),
                                chosen.url(),
                                chosen.temperature() == null ? "" : ", temperature " + chosen.temperature(),
                                chosen.answersEach(),
                                chosen.concurrency(),
                                chosen.maxRequests(),
                                chosen.maxTokens(),
                                kept ? "in the vault." : "not in the vault."));
    }

    private interface Change {
        void make() throws IOException;
    }

    private static void change(Change change) {
        try {
            change.make();
        } catch (IOException failure) {
            throw new ServiceFailure.Server(
                    "endpoint_not_set",
                    "What was said about the endpoint cannot be kept in this program's folder for settings. Check who may write to"
                            + " it and whether the disk is full. It is as it was.",
                    null,
                    failure);
        }
    }
}

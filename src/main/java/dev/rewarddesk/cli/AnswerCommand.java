package dev.rewarddesk.cli;

import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.AnswerSettings;
import dev.rewarddesk.collect.answer.ImageFilter;
import dev.rewarddesk.collect.answer.ImageToAnswer;
import dev.rewarddesk.collect.prompt.Prompt;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import dev.rewarddesk.settings.EndpointSettings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

@Command(
        name = "answer",
        description = "Ask a model about the workspace's images, and bring its answers in. Asks nothing twice.",
        footer = {
            "",
            "Without --endpoint and --model, whom `reward-desk endpoint set` has named is asked.",
            "The endpoint speaks OpenAI's protocol. Its key comes from " + EndpointKeySource.VARIABLE
                    + ", or from the vault, where --keep-key puts it.",
            "Prompts come from prompts.json in the workspace's folder, or are the program's own."
        })
final class AnswerCommand implements Callable<Integer> {

    private final WorkspaceDoor door;

    @ParentCommand
    private RewardDesk parent;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EndpointOptions options = new EndpointOptions();

    @Option(names = "--category", paramLabel = "NAME", description = "Only images of that category.")
    private @Nullable String category;

    @Option(names = "--session", paramLabel = "SESSION", description = "Only images that this session collected.")
    private @Nullable String session;

    @Option(names = "--declined-again", description = "Ask again what the model declined before.")
    private boolean declinedAgain;

    @Option(names = "--keep-key", description = "Keep the key for this endpoint, sealed, from now on.")
    private boolean keepKey;

    @Option(names = "--dry-run", description = "Print what would be asked about each image, and ask nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print the summary as JSON.")
    private boolean json;

    AnswerCommand(WorkspaceDoor door) {
        this.door = door;
    }

    @Override
    public Integer call() {
        ImageFilter filter = new ImageFilter(Optional.ofNullable(category), Optional.ofNullable(session));
        if (dryRun) {
            try (OpenWorkspace workspace = door.open(parent.place())) {
                preview(workspace.answers(), filter);
            }
            return CommandLineProgram.DONE;
        }
        // What cannot be understood is said before any workspace is opened.
        EndpointSettings chosen = options.over(EndpointCommand.read(door.endpoints()), spec.commandLine());
        AnswerSettings settings = EndpointKeySource.asking(chosen, door.endpoints(), keepKey);
        PrintWriter out = spec.commandLine().getOut();
        try (OpenWorkspace workspace = door.open(parent.place())) {
            boolean good = new AskingRun(workspace.answers(), spec.commandLine().getErr())
                    .ask(filter, declinedAgain ? settings.askingDeclinedAgain() : settings, end -> {
                        out.println(json ? Json.line(AnswerText.document(end)) : AnswerText.summary(end));
                        out.flush();
                    });
            return good ? CommandLineProgram.DONE : CommandLineProgram.FAILED;
        }
    }

    private void preview(AnswerService answers, ImageFilter filter) {
        PromptTemplates prompts = answers.prompts();
        List<Previewed> previews = answers.images(filter).stream()
                .map(image -> previewed(image, prompts))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.line(previews));
        } else {
            previews.forEach(preview -> out.print(AnswerText.preview(preview.image(), preview.prompts())));
        }
        out.flush();
    }

    private static Previewed previewed(ImageToAnswer image, PromptTemplates prompts) {
        return new Previewed(image.id(), prompts.preview(image.context()).prompts());
    }

    private record Previewed(UUID image, List<Prompt> prompts) {}
}

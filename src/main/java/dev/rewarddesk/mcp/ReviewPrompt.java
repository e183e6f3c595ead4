package dev.rewarddesk.mcp;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ResponseEntry;
import io.modelcontextprotocol.server.McpServerFeatures.SyncPromptSpecification;
import io.modelcontextprotocol.spec.McpSchema.Content;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.PromptArgument;
import io.modelcontextprotocol.spec.McpSchema.PromptMessage;
import io.modelcontextprotocol.spec.McpSchema.Role;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** {@code review_item}: asks a client to score one response by the workspace's guidelines. */
final class ReviewPrompt {

    private static final String ARGUMENT = "response_id";

    private final Whose whose;

    /** @param whose tells with whose services the item is read */
    ReviewPrompt(Whose whose) {
        this.whose = whose;
    }

    SyncPromptSpecification specification() {
        Prompt prompt = Prompt.builder("review_item")
                .title("Review an item")
                .description("Score one response by the workspace's guidelines.")
                .arguments(List.of(PromptArgument.builder(ARGUMENT)
                        .title("Response")
                        .description("The response's id, from rft_next_items.")
                        .required(true)
                        .build()))
                .build();
        return new SyncPromptSpecification(prompt, (exchange, request) -> {
            try {
                return review(whose.services(exchange.transportContext()), request);
            } catch (ServiceFailure failure) {
                throw Complaint.error(failure);
            }
        });
    }

    private static GetPromptResult review(DeskServices services, GetPromptRequest request) {
        LibraryService library = services.library();
        ResponseEntry entry = library.response(id(request));
        Fence fence = Fence.drawn();
        String guidelines = services.account().workspace().guidelines();
        String text = """
                    Review one answer of a model about an image, by the guidelines below. Look at the image first, then at the prompt, then at \
                    the answer. Then call rft_create_reward with response_id %s, a feedback of type and quality, and a comment that says why in \
                    a sentence or two.

                    Guidelines of this workspace:
                    %s

                    %s
                    %s""".formatted(
                entry.response().id(),
                guidelines.isBlank()
                        ? "(There are none; judge whether the answer is true, complete and clear.)"
                        : guidelines,
                fence.warning(),
                fence.around(Untrusted.of(entry.response(), entry.image()).text()));
        List<PromptMessage> messages = new ArrayList<>();
        Image image = entry.image();
        if (image != null) {
            messages.add(message(Shown.of(library, image).content()));
        }
        messages.add(message(TextContent.builder(Plain.text(text)).build()));
        return GetPromptResult.builder(messages)
                .description("Review of response " + entry.response().id())
                .build();
    }

    private static PromptMessage message(Content content) {
        return PromptMessage.builder(Role.USER, content).build();
    }

    private static UUID id(GetPromptRequest request) {
        Object given = request.arguments() == null ? null : request.arguments().get(ARGUMENT);
        try {
            return UUID.fromString(String.valueOf(given));
        } catch (IllegalArgumentException none) {
            throw new ServiceFailure.Invalid(
                    "invalid_response_id", "This is no response's id; rft_next_items tells them.", ARGUMENT);
        }
    }
}

package dev.rewarddesk.mcp;

import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.ItemFilter;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.Page;
import dev.rewarddesk.model.ResponseEntry;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code rft_next_items}: what waits for review, in the queue's order. It takes nothing out of people's hands, and tells no other's score, as a reviewer is
 * told none.
 */
final class NextItemsTool implements Tool<NextItemsTool.Input> {

    private static final int USUAL = 5;

    private final LibraryService library;

    NextItemsTool(LibraryService library) {
        this.library = library;
    }

    /** Which items, and from where on; what is null is not asked for. */
    record Input(
            @Nullable Integer limit,
            @Nullable String category,
            @Nullable String modelId,
            @Nullable String sessionId,
            @Nullable String cursor) {}

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) {
        ItemFilter filter = new ItemFilter("", input.modelId(), input.category(), input.sessionId());
        int limit = input.limit() == null ? USUAL : input.limit();
        Page<ResponseEntry> page = library.waiting(filter, limit, input.cursor());
        List<Item> items = page.rows().stream().map(Item::of).toList();
        return new Answer(
                text(items, page.total()),
                new Document(items, page.total(), page.next().orElse(null)));
    }

    private static String text(List<Item> items, long total) {
        if (items.isEmpty()) {
            return "Nothing waits for review.";
        }
        Fence fence = Fence.drawn();
        return "%d of %d that wait for review. %s\n\n".formatted(items.size(), total, fence.warning())
                + items.stream().map(item -> item.text(fence)).collect(Collectors.joining("\n\n"));
    }

    private record Document(
            List<Item> items, long total, @Nullable String nextCursor) {}

    /**
     * An item that waits.
     *
     * @param untrusted what others wrote
     */
    private record Item(
            UUID responseId,
            String modelId,
            Instant createdAt,
            @Nullable Picture image,
            Untrusted untrusted) {

        static Item of(ResponseEntry entry) {
            ModelResponse response = entry.response();
            return new Item(
                    response.id(),
                    response.modelId(),
                    response.createdAt(),
                    Picture.of(entry.image()),
                    Untrusted.of(response, entry.image()));
        }

        String text(Fence fence) {
            return "Response %s%s\n%s"
                    .formatted(responseId, image == null ? "" : ", " + image.text(), fence.around(untrusted.text()));
        }
    }
}

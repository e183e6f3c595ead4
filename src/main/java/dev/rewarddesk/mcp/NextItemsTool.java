package dev.rewarddesk.mcp;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.library.LibraryService;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ItemFilter;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.Page;
import dev.rewarddesk.model.ResponseEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code rft_next_items}: what waits for review, in the queue's order. It takes nothing out of people's hands, and tells no other's score, as a reviewer is
 * told none.
 */
final class NextItemsTool implements Tool<NextItemsTool.Input> {

    private static final int USUAL = 5;

    /** Pictures of more would be more than clients take in one answer. */
    private static final int MOST_PICTURES = 10;

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
            @Nullable Boolean includeImages,
            @Nullable String cursor) {}

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) {
        ItemFilter filter = new ItemFilter("", input.modelId(), input.category(), input.sessionId());
        int limit = input.limit() == null ? USUAL : input.limit();
        Page<ResponseEntry> page = library.waiting(filter, caller.agent(), limit, input.cursor());
        List<Item> items = page.rows().stream().map(Item::of).toList();
        Map<UUID, Shown> pictures = Boolean.FALSE.equals(input.includeImages()) ? Map.of() : pictures(page.rows());
        return new Answer(
                text(items, page.total(), pictures),
                new Document(items, page.total(), page.next().orElse(null)),
                List.copyOf(pictures.values()));
    }

    // By response; in the items' order.
    private Map<UUID, Shown> pictures(List<ResponseEntry> entries) {
        Map<UUID, Shown> pictures = new LinkedHashMap<>();
        for (ResponseEntry entry : entries) {
            if (pictures.size() < MOST_PICTURES) {
                picture(entry.image())
                        .ifPresent(picture -> pictures.put(entry.response().id(), picture));
            }
        }
        return pictures;
    }

    // The item of a picture that cannot be had is told all the same.
    private Optional<Shown> picture(@Nullable Image image) {
        try {
            return Optional.ofNullable(image).map(each -> Shown.oneOfMany(library, each));
        } catch (ServiceFailure.NotFound | ServiceFailure.Invalid unseen) {
            return Optional.empty();
        }
    }

    private static String text(List<Item> items, long total, Map<UUID, Shown> pictures) {
        if (items.isEmpty()) {
            return "Nothing waits for review.";
        }
        Fence fence = Fence.drawn();
        List<UUID> pictured = List.copyOf(pictures.keySet());
        return "%d of %d that wait for review. %s\n\n".formatted(items.size(), total, fence.warning())
                + items.stream()
                        .map(item -> item.text(fence, pictured.indexOf(item.responseId()) + 1))
                        .collect(Collectors.joining("\n\n"));
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

        // Pictures are counted from 1; 0 is none.
        String text(Fence fence, int picture) {
            return "Response %s%s%s\n%s"
                    .formatted(
                            responseId,
                            image == null ? "" : ", " + image.text(),
                            picture == 0 ? "" : ", picture %d below".formatted(picture),
                            fence.around(untrusted.text()));
        }
    }
}

package dev.rewarddesk.mcp;

import dev.rewarddesk.model.Image;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk itself knows of an image.
 *
 * @param uri where the image is to be had as a resource
 */
record Picture(UUID id, String uri, String contentType, int width, int height, String category) {

    private static final String BASE = "reward-desk://images/";

    /** Which addresses images have among the resources. */
    static final String TEMPLATE = BASE + "{id}";

    static @Nullable Picture of(@Nullable Image image) {
        return image == null
                ? null
                : new Picture(
                        image.id(),
                        uri(image.id()),
                        image.contentType(),
                        image.width(),
                        image.height(),
                        image.category());
    }

    /** The address of an image among the resources. */
    static String uri(UUID id) {
        return BASE + id;
    }

    /** Which image is at that address; empty where it is no image's. */
    static Optional<UUID> id(String uri) {
        try {
            return uri.startsWith(BASE) ? Optional.of(UUID.fromString(uri.substring(BASE.length()))) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    String text() {
        return "image %s (%d × %d, %s)".formatted(uri, width, height, contentType);
    }
}

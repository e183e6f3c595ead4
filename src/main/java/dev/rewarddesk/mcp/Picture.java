package dev.rewarddesk.mcp;

import dev.rewarddesk.model.Image;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk itself knows of an image.
 *
 * @param uri where the image is to be had as a resource
 */
record Picture(UUID id, String uri, String contentType, int width, int height, String category) {

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
        return "reward-desk://images/" + id;
    }

    String text() {
        return "image %s (%d × %d, %s)".formatted(uri, width, height, contentType);
    }
}

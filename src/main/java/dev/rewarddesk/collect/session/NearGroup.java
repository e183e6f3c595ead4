package dev.rewarddesk.collect.session;

import dev.rewarddesk.collect.inspect.ImageFormat;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Images that look like one that was taken, and wait for somebody's decision.
 *
 * @param taken the one that they look like
 * @param held those that wait, the most alike first; at least one
 */
public record NearGroup(Taken taken, List<Held> held) {

    /** Keeps its own copy. */
    public NearGroup {
        held = List.copyOf(held);
    }

    /**
     * An image that others look like.
     *
     * @param imageId in the workspace; empty where it did not get there: its run was cut off before, or the workspace refused it
     * @param session of the run that took it
     * @param url where it is from
     * @param bytes how many it has
     */
    public record Taken(Optional<UUID> imageId, String session, String url, int width, int height, long bytes) {}

    /**
     * An image that is held back.
     *
     * @param id to keep or drop it by
     * @param session of the run that found it
     * @param url where it is from
     * @param page where it was found
     * @param altText what its page says instead of it; may be empty
     * @param bytes how many it has; {@link CollectService#heldBytes} are they
     * @param quality its score from 0 to 1
     * @param distance in how many bits its fingerprint differs from that of the other
     */
    public record Held(
            long id,
            String session,
            String url,
            String page,
            String altText,
            ImageFormat format,
            int width,
            int height,
            long bytes,
            double quality,
            int distance,
            Instant foundAt) {}
}

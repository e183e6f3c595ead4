package dev.rewarddesk.collect.session;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How far a run is at a moment.
 *
 * @param stage what it does now
 * @param pages read
 * @param pagesWaiting known of and not read yet
 * @param newImages in the workspace because of it; of a dry run, those that would be
 * @param duplicates images that were there already, byte for byte
 * @param near images that look like another one
 * @param refused images and pages that were not taken, by the code of the reason; pages as {@code page_…}
 * @param imagesWaiting known of and not dealt with yet
 * @param bytes of content fetched
 * @param rate images dealt with in a second, of late
 * @param worked how long it was under way in all
 * @param left how long it takes from now on if it goes on so and finds nothing further; empty while that cannot be said
 * @param recent the newest images in the workspace, newest first
 */
public record CollectProgress(
        String session,
        Stage stage,
        long pages,
        long pagesWaiting,
        long newImages,
        long duplicates,
        long near,
        Map<String, Long> refused,
        long imagesWaiting,
        long bytes,
        double rate,
        Duration worked,
        Optional<Duration> left,
        List<UUID> recent) {

    /** What a run does. */
    public enum Stage {
        RUNNING,
        PAUSED,
        ENDED
    }

    /** Keeps its own copies. */
    public CollectProgress {
        refused = Map.copyOf(refused);
        recent = List.copyOf(recent);
    }

    /** Images that were dealt with. */
    public long images() {
        long refusedImages = refused.entrySet().stream()
                .filter(each -> !ReasonCount.of(each.getKey(), each.getValue()).ofPages())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return newImages + duplicates + near + refusedImages;
    }
}

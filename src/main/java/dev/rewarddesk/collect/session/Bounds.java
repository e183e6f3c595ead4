package dev.rewarddesk.collect.session;

import java.time.Duration;

/**
 * Where a run ends at the latest. What it has reached can be gone on from with wider ones.
 *
 * @param pages that are asked for
 * @param images that come new into the workspace
 * @param depth links from a start URL
 * @param bytes of content that are fetched
 * @param time that it is under way at a stretch
 */
public record Bounds(int pages, int images, int depth, long bytes, Duration time) {

    /** For somebody who names none. */
    public static final Bounds USUAL = new Bounds(1000, 5000, 10, 2L << 30, Duration.ofHours(1));
}

package dev.rewarddesk.collect.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run as it is written down.
 *
 * @param settings as JSON
 * @param seeded whether its sitemaps were read
 * @param worked how long it was under way, without the time between being stopped and resumed
 * @param message what failed, where something did; a sentence
 */
public record RecordedSession(
        String id,
        String settings,
        SessionState state,
        boolean seeded,
        Instant startedAt,
        Optional<Instant> endedAt,
        Duration worked,
        String message,
        JournalCounts counts) {}

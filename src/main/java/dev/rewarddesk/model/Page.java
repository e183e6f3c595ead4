package dev.rewarddesk.model;

import java.util.List;
import java.util.Optional;

/**
 * A part of a long list.
 *
 * @param total how many rows there are in all, exact up to {@link #MOST_COUNTED}
 * @param next where the next page begins; empty after the last
 */
public record Page<T>(List<T> rows, long total, Optional<String> next) {

    /** Beyond so many, rows are not counted. */
    public static final long MOST_COUNTED = 10_000;

    /** Keeps its own copy of the rows. */
    public Page {
        rows = List.copyOf(rows);
    }

    /** Whether there are more rows than were counted. */
    public boolean isUncounted() {
        return total > MOST_COUNTED;
    }
}

package dev.rewarddesk.desktop.library;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** When a reward was given, in days where the person is. */
public enum Period {
    TODAY(0, false),
    YESTERDAY(1, true),
    WEEK(6, false),
    MONTH(29, false);

    private final int daysBack;
    private final boolean untilToday;

    Period(int daysBack, boolean untilToday) {
        this.daysBack = daysBack;
        this.untilToday = untilToday;
    }

    /** When it begins, inclusive. */
    Instant since(Instant now, ZoneId zone) {
        return startOf(today(now, zone).minusDays(daysBack), zone);
    }

    /** When it ends, exclusive; null where it has not. */
    @Nullable
    Instant until(Instant now, ZoneId zone) {
        return untilToday ? startOf(today(now, zone), zone) : null;
    }

    private static LocalDate today(Instant now, ZoneId zone) {
        return now.atZone(zone).toLocalDate();
    }

    private static Instant startOf(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}

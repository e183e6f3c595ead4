package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.desktop.text.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A time to come, entered as a day and a time of day where the person is. Begins as the next but one full hour. */
public final class DueTime {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Clock clock;
    private final ObjectProperty<@Nullable LocalDate> day = new SimpleObjectProperty<>();
    private final StringProperty time = new SimpleStringProperty();

    DueTime(Clock clock) {
        this.clock = clock;
        ZonedDateTime soon =
                ZonedDateTime.now(clock).truncatedTo(ChronoUnit.HOURS).plusHours(2);
        day.set(soon.toLocalDate());
        time.set(TIME.format(soon));
    }

    /** The day; null where none is chosen. */
    public ObjectProperty<@Nullable LocalDate> dayProperty() {
        return day;
    }

    /** The time of day as typed, such as {@code 6:30} or {@code 18:00}. */
    public StringProperty timeProperty() {
        return time;
    }

    /** The time zone and how far it is from UTC on that day, for people. */
    public String zone() {
        Entered entered = entered();
        Instant at = entered instanceof Entered.Time(Instant instant) ? instant : clock.instant();
        return Texts.of(
                "checkpoints.schedule.zone",
                clock.getZone().getId(),
                DateTimeFormatter.ofPattern("xxx", Locale.ROOT)
                        .withZone(clock.getZone())
                        .format(at));
    }

    /** What is wrong with what was entered; empty where nothing is. */
    public String complaint() {
        return switch (entered()) {
            case Entered.Time _ -> "";
            case Entered.Wrong(String why) -> why;
        };
    }

    /** The time, where nothing is wrong with it. */
    Instant instant() {
        return switch (entered()) {
            case Entered.Time(Instant instant) -> instant;
            case Entered.Wrong(String why) -> throw new IllegalStateException(why);
        };
    }

    private Entered entered() {
        LocalDate date = day.get();
        LocalTime clockTime;
        try {
            clockTime = LocalTime.parse(time.get().strip(), TIME);
        } catch (DateTimeParseException noTime) {
            return new Entered.Wrong(Texts.of("checkpoints.schedule.no-time"));
        }
        if (date == null) {
            return new Entered.Wrong(Texts.of("checkpoints.schedule.no-day"));
        }
        ZonedDateTime due = ZonedDateTime.of(date, clockTime, clock.getZone());
        if (!due.toLocalTime().equals(clockTime)) {
            return new Entered.Wrong(Texts.of("checkpoints.schedule.left-out"));
        }
        return due.toInstant().isAfter(clock.instant())
                ? new Entered.Time(due.toInstant())
                : new Entered.Wrong(Texts.of("checkpoints.schedule.past"));
    }

    private sealed interface Entered {
        record Time(Instant instant) implements Entered {}

        record Wrong(String why) implements Entered {}
    }
}

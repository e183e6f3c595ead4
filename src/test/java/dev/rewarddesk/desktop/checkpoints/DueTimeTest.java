package dev.rewarddesk.desktop.checkpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DueTimeTest {

    private final DueTime due =
            new DueTime(Clock.fixed(Instant.parse("2026-03-27T21:40:00Z"), ZoneId.of("Europe/Berlin")));

    @Test
    void itBeginsAsATimeToCome() {
        assertThat(due.complaint()).isEmpty();
        assertThat(due.instant()).isEqualTo("2026-03-27T23:00:00Z");
        assertThat(due.dayProperty().get()).isEqualTo("2026-03-28");
        assertThat(due.timeProperty().get()).isEqualTo("0:00");
    }

    @Test
    void itIsMeantWhereThePersonIsAndTheZoneIsNamed() {
        due.dayProperty().set(LocalDate.of(2026, 4, 1));
        due.timeProperty().set(" 06:30 ");

        assertThat(due.instant()).isEqualTo("2026-04-01T04:30:00Z");
        assertThat(due.zone()).contains("Europe/Berlin").contains("+02:00");
    }

    @Test
    void thePastIsRefused() {
        due.dayProperty().set(LocalDate.of(2026, 3, 27));
        due.timeProperty().set("22:39");
        assertThat(due.complaint()).contains("past");

        due.timeProperty().set("22:41");
        assertThat(due.complaint()).isEmpty();
    }

    @Test
    void aTimeThatTheClocksLeaveOutIsRefused() {
        due.dayProperty().set(LocalDate.of(2026, 3, 29));
        due.timeProperty().set("2:30");

        assertThat(due.complaint()).contains("no such time");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "six", "25:00", "7", "7:5", "7:60", "-1:00"})
    void whatIsNoTimeIsRefused(String text) {
        due.timeProperty().set(text);

        assertThat(due.complaint()).contains("time of day");
    }

    @Test
    void aMissingDayIsAskedFor() {
        due.dayProperty().set(null);

        assertThat(due.complaint()).contains("day");
    }
}

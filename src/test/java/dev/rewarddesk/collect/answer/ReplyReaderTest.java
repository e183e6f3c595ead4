package dev.rewarddesk.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rewarddesk.collect.answer.Reply.Failed;
import dev.rewarddesk.failure.ServiceFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is made of what endpoints say. */
final class ReplyReaderTest {

    @Test
    void aTimeToComeAgainMayBeSecondsOrADate() {
        String soon = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(90));

        assertThat(wait("7")).isEqualTo(Duration.ofSeconds(7));
        assertThat(wait(soon)).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(90));
        assertThat(wait("Sun, 06 Nov 1994 08:49:37 GMT")).isEqualTo(Duration.ZERO);
        assertThat(wait("tomorrow")).isNull();
        assertThat(wait("-5")).isNull();
        assertThat(wait("99999999999999999999")).isNull();
        assertThat(wait(null)).isNull();
    }

    @Test
    void nobodyIsWaitedForLongerThanPatienceLasts() {
        Patience patience = new Patience(5, Duration.ofSeconds(1), Duration.ofSeconds(10));

        assertThat(patience.after(1, Duration.ofDays(1))).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
        assertThat(patience.after(1, Duration.ZERO)).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(patience.after(50, null)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatTokensCostIsCountedExactly() {
        Prices prices = new Prices(new BigDecimal("2.50"), new BigDecimal("10"));

        assertThat(prices.of(1_234, 56)).isEqualByComparingTo("0.003645");
        assertThat(prices.of(0, 0)).isZero();
        assertThatThrownBy(() -> new Prices(BigDecimal.ONE, new BigDecimal("-0.01")))
                .isInstanceOf(ServiceFailure.Invalid.class);
    }

    private static @Nullable Duration wait(@Nullable String retryAfter) {
        Failed busy = (Failed) new ReplyReader(null).read(429, retryAfter, new byte[0]);
        return busy.retryAfter();
    }
}

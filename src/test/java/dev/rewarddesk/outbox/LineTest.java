package dev.rewarddesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class LineTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    // Always waits the whole bound.
    private static final RandomGenerator LONGEST = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final Line line = new Line(new BackOff(Duration.ofSeconds(1), Duration.ofSeconds(30), LONGEST), 0);

    @Test
    void failuresOfDifferentResponsesMakeItWaitLongerAndLonger() {
        line.bad(ONE, 0, SECOND);
        assertThat(line.pause(SECOND)).isEqualTo(SECOND);
        line.bad(OTHER, 2 * SECOND, 3 * SECOND);
        assertThat(line.pause(3 * SECOND)).isEqualTo(2 * SECOND);
        line.bad(ONE, 5 * SECOND, 6 * SECOND);
        assertThat(line.pause(6 * SECOND)).isEqualTo(4 * SECOND);
        assertThat(line.isTroubled()).isTrue();

        line.good(7 * SECOND);
        assertThat(line.pause(7 * SECOND)).isLessThanOrEqualTo(0);
        assertThat(line.isTroubled()).isFalse();
    }

    @Test
    void oneResponseThatFailsAgainAndAgainDoesNotStopTheLine() {
        line.bad(ONE, 0, SECOND);
        line.bad(ONE, 2 * SECOND, 3 * SECOND);
        line.bad(ONE, 4 * SECOND, 5 * SECOND);

        assertThat(line.pause(5 * SECOND)).isLessThanOrEqualTo(0);
    }

    @Test
    void callsThatFailTogetherCountOnce() {
        line.bad(ONE, 0, SECOND);
        line.bad(OTHER, 0, SECOND + 1);

        assertThat(line.pause(SECOND)).isEqualTo(SECOND);
    }

    @Test
    void aFailureBesideASuccessSaysNothingOfTheLine() {
        line.good(2 * SECOND);
        line.bad(ONE, SECOND, 3 * SECOND);

        assertThat(line.pause(3 * SECOND)).isLessThanOrEqualTo(0);
    }

    @Test
    void whatTheWorkspaceAsksForIsKeptToEvenInAHurry() {
        line.bad(ONE, 0, SECOND);
        line.asked(Duration.ofSeconds(50), SECOND);
        line.asked(Duration.ofSeconds(5), 2 * SECOND);
        line.hurry(2 * SECOND);
        line.good(3 * SECOND);

        assertThat(line.pause(3 * SECOND)).isEqualTo(48 * SECOND);
    }

    @Test
    void nobodyIsWaitedForForDays() {
        line.asked(Duration.ofDays(10), 0);

        assertThat(line.pause(0)).isEqualTo(Duration.ofHours(1).toNanos());
    }

    @Test
    void hurryEndsTheWaitingThatWasOurOwnIdea() {
        line.bad(ONE, 0, SECOND);
        line.hurry(SECOND + 1);

        assertThat(line.pause(SECOND + 1)).isLessThanOrEqualTo(0);
    }
}

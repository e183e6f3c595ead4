package dev.rewarddesk.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

final class BackOffTest {

    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Property
    void aWaitIsNeverLongerThanItsBound(
            @ForAll @IntRange(min = 1, max = Integer.MAX_VALUE) int failures, @ForAll long seed) {
        Duration wait = new BackOff(FIRST, LONGEST, new Random(seed)).after(failures);

        assertThat(wait).isBetween(Duration.ZERO, LONGEST);
        assertThat(wait.toMillis() / 500.0).isLessThanOrEqualTo(Math.pow(2, failures - 1));
    }

    @Property(tries = 20)
    void waitsAreSpreadOverTheWholeOfIt(@ForAll @IntRange(min = 1, max = 12) int failures, @ForAll long seed) {
        BackOff backOff = new BackOff(FIRST, LONGEST, new Random(seed));
        double bound = Math.min(30_000, 500 * Math.pow(2, failures - 1));
        int[] quarters = new int[4];
        for (int i = 0; i < 400; i++) {
            quarters[(int) Math.min(3, backOff.after(failures).toNanos() / 1e6 / bound * 4)]++;
        }

        assertThat(Arrays.stream(quarters)).allMatch(count -> count >= 50 && count <= 150);
    }
}

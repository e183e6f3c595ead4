package dev.rewarddesk.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class BudgetTest {

    /** A request that claims {@code most} and uses {@code used} per cent of it; more than 100 stands for nobody knows. */
    @Property(tries = 200)
    void itIsNeverExceededHoweverManyAskAtOnce(
            @ForAll @Size(max = 60) List<@IntRange(max = 1_000) Integer> claims,
            @ForAll @IntRange(max = 120) int percent,
            @ForAll @IntRange(max = 30) int maxRequests,
            @ForAll @IntRange(max = 5_000) int maxTokens) {
        Budget budget = new Budget(maxRequests, maxTokens);
        AtomicLong underWay = new AtomicLong();
        AtomicLong begun = new AtomicLong();
        AtomicLong broken = new AtomicLong();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int most : claims) {
                threads.execute(() -> {
                    Optional<Budget.Claim> claim = claimed(budget, most);
                    if (claim.isPresent()) {
                        begun.incrementAndGet();
                        // The worst case of all that is under way has to fit.
                        if (underWay.addAndGet(most) > maxTokens) {
                            broken.incrementAndGet();
                        }
                        underWay.addAndGet(-most);
                        claim.get().settle(percent > 100 ? null : (long) most * percent / 100);
                    }
                });
            }
        }
        assertThat(broken).hasValue(0);
        assertThat(begun.get()).isEqualTo(budget.requests()).isLessThanOrEqualTo(maxRequests);
        assertThat(budget.tokens()).isLessThanOrEqualTo(maxTokens);
    }

    private static Optional<Budget.Claim> claimed(Budget budget, long most) {
        try {
            return budget.claim(most);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}

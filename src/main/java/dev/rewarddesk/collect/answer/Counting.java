package dev.rewarddesk.collect.answer;

import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.answer.Reply.Usage;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts what a run does; from any thread. */
final class Counting {

    private static final double SECONDS = 1e9;

    private final Budget budget;
    private final @Nullable Prices prices;
    private final long began = System.nanoTime();
    private final Map<String, Long> failed = new TreeMap<>();
    private final Map<String, String> reasons = new TreeMap<>();
    private long images;
    private long total;
    private long answered;
    private long truncated;
    private long known;
    private long declinedNow;
    private long declinedBefore;
    private long withoutPrompt;
    private long promptTokens;
    private long completionTokens;

    Counting(Budget budget, @Nullable Prices prices) {
        this.budget = budget;
        this.prices = prices;
    }

    synchronized void image(int answers) {
        images++;
        total += answers;
        if (answers == 0) {
            withoutPrompt++;
        }
    }

    synchronized void answered(boolean cut) {
        answered++;
        if (cut) {
            truncated++;
        }
    }

    synchronized void known() {
        known++;
    }

    synchronized void declined(boolean now) {
        if (now) {
            declinedNow++;
        } else {
            declinedBefore++;
        }
    }

    synchronized void failed(String code, String words) {
        failed.merge(code, 1L, Long::sum);
        reasons.putIfAbsent(code, words);
    }

    synchronized void used(Usage usage) {
        promptTokens += usage.prompt();
        completionTokens += usage.completion();
    }

    synchronized AnswerProgress now(State state, String message) {
        long nanos = System.nanoTime() - began;
        long dealt = answered
                + declinedNow
                + failed.values().stream().mapToLong(Long::longValue).sum();
        AnswerProgress now = new AnswerProgress(
                state,
                images,
                total,
                answered,
                truncated,
                known,
                declinedNow + declinedBefore,
                failed,
                reasons,
                withoutPrompt,
                budget.requests(),
                budget.tokens(),
                Duration.ofNanos(nanos),
                dealt * 60 * SECONDS / Math.max(1, nanos),
                Optional.empty(),
                Optional.ofNullable(prices).map(price -> price.of(promptTokens, completionTokens)),
                message);
        return dealt == 0 ? now : now.withLeft(Duration.ofNanos((long) ((double) nanos / dealt * now.waiting())));
    }
}

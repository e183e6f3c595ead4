package dev.rewarddesk.collect.answer;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run is, at one moment. Counted are answers: each prompt about each image, as often as asked for.
 *
 * @param images images in all
 * @param total answers in all; what is neither here nor in the next five waits
 * @param answered answers that this run got and the workspace has
 * @param truncated those of them that the endpoint cut at the longest length
 * @param known answers that there were before
 * @param declined answers that the model declined to give, now or before
 * @param failed answers that there are none of, by the code of the reason
 * @param reasons an example of each code's reason, for people
 * @param withoutPrompt images about which no template has anything to say
 * @param requests to the endpoint, repetitions included
 * @param tokens used; where the endpoint did not say, the most that it can have been
 * @param elapsed since the beginning, pauses included
 * @param perMinute answers that were dealt with by asking
 * @param left until the end at this rate; empty while nobody can tell
 * @param cost so far; empty without prices
 * @param message why the run ended before its end; empty otherwise
 */
public record AnswerProgress(
        State state,
        long images,
        long total,
        long answered,
        long truncated,
        long known,
        long declined,
        Map<String, Long> failed,
        Map<String, String> reasons,
        long withoutPrompt,
        long requests,
        long tokens,
        Duration elapsed,
        double perMinute,
        Optional<Duration> left,
        Optional<BigDecimal> cost,
        String message) {

    public AnswerProgress {
        failed = Map.copyOf(failed);
        reasons = Map.copyOf(reasons);
    }

    /** What a run is doing. */
    public enum State {
        /** It asks. */
        RUNNING,
        /** It waits to be told to go on. */
        PAUSED,
        /** Everything was dealt with. */
        DONE,
        /** Somebody stopped it. */
        CANCELLED,
        /** The budget does not hold another request. */
        BUDGET_USED,
        /** The endpoint or the workspace made it impossible to go on. */
        STOPPED
    }

    /** What is not dealt with. */
    public long waiting() {
        long without = failed.values().stream().mapToLong(Long::longValue).sum();
        return total - answered - known - declined - without;
    }

    AnswerProgress withLeft(Duration time) {
        return new AnswerProgress(
                state,
                images,
                total,
                answered,
                truncated,
                known,
                declined,
                failed,
                reasons,
                withoutPrompt,
                requests,
                tokens,
                elapsed,
                perMinute,
                Optional.of(time),
                cost,
                message);
    }
}

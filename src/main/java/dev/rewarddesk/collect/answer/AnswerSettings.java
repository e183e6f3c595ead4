package dev.rewarddesk.collect.answer;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.settings.EndpointSettings;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a run asks.
 *
 * @param answersEach answers to each prompt about each image, 1 to 100
 * @param concurrency images that are asked about at the same time, 1 to 256
 * @param maxRequests requests to the endpoint at most, repetitions included
 * @param maxTokens tokens at most, of prompts, images and answers
 * @param imageTokens what an image may count for, at most, as far as is known beforehand; claimed from the budget for each request
 * @param images how large they are sent
 * @param prices null where nobody counts the cost
 * @param declinedAgain whether what the model declined before is asked again
 */
public record AnswerSettings(
        Endpoint endpoint,
        int answersEach,
        int concurrency,
        long maxRequests,
        long maxTokens,
        int imageTokens,
        ImageLimits images,
        Patience patience,
        @Nullable Prices prices,
        boolean declinedAgain) {

    /** Ends with {@code Invalid} where nobody can ask like that. */
    public AnswerSettings {
        range("answersEach", answersEach, 1, 100);
        range("concurrency", concurrency, 1, 256);
        range("maxRequests", maxRequests, 0, Long.MAX_VALUE);
        range("maxTokens", maxTokens, 0, Long.MAX_VALUE);
        range("imageTokens", imageTokens, 0, 10_000_000);
    }

    /**
     * As somebody has set it. Ends with {@code Invalid} where nobody can ask like that.
     *
     * @param key null where none is needed
     */
    public static AnswerSettings of(EndpointSettings chosen, @Nullable EndpointKey key) {
        range("imageSide", chosen.imageSide(), 16, 100_000);
        Endpoint endpoint = new Endpoint(
                chosen.url(),
                key,
                chosen.model(),
                chosen.temperature(),
                chosen.answerTokens(),
                chosen.lengthField(),
                Duration.ofSeconds(chosen.timeoutSeconds()));
        BigDecimal prompt = chosen.promptPrice();
        BigDecimal answer = chosen.answerPrice();
        return new AnswerSettings(
                endpoint,
                chosen.answersEach(),
                chosen.concurrency(),
                chosen.maxRequests(),
                chosen.maxTokens(),
                chosen.imageTokens(),
                new ImageLimits(chosen.imageSide(), ImageLimits.USUAL.bytes()),
                Patience.USUAL,
                prompt == null && answer == null
                        ? null
                        : new Prices(
                                prompt == null ? BigDecimal.ZERO : prompt, answer == null ? BigDecimal.ZERO : answer),
                false);
    }

    /** The same, where what the model declined before is asked again. */
    public AnswerSettings askingDeclinedAgain() {
        return new AnswerSettings(
                endpoint,
                answersEach,
                concurrency,
                maxRequests,
                maxTokens,
                imageTokens,
                images,
                patience,
                prices,
                true);
    }

    private static void range(String field, long value, long least, long most) {
        if (value < least || value > most) {
            throw new ServiceFailure.Invalid(
                    "invalid_answer_settings",
                    "%s must be from %d to %d. Nothing was asked.".formatted(field, least, most),
                    field);
        }
    }
}

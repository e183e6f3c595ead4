package dev.rewarddesk.collect.answer;

import dev.rewarddesk.failure.ServiceFailure;
import java.math.BigDecimal;

/**
 * What a million tokens cost, in whatever currency.
 *
 * @param prompt of what is asked
 * @param completion of what is answered
 */
public record Prices(BigDecimal prompt, BigDecimal completion) {

    private static final int MILLION = 6;

    /** Ends with {@code Invalid} where somebody would be paid for asking. */
    public Prices {
        if (prompt.signum() < 0 || completion.signum() < 0) {
            throw new ServiceFailure.Invalid(
                    "invalid_prices", "Prices must not be below nothing. Nothing was asked.", "prices");
        }
    }

    BigDecimal of(long promptTokens, long completionTokens) {
        return prompt.multiply(BigDecimal.valueOf(promptTokens))
                .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
                .movePointLeft(MILLION);
    }
}

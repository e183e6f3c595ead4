package dev.rewarddesk.collect.answer;

import java.math.BigDecimal;

/**
 * What a million tokens cost, in whatever currency.
 *
 * @param prompt of what is asked
 * @param completion of what is answered
 */
public record Prices(BigDecimal prompt, BigDecimal completion) {

    private static final int MILLION = 6;

    BigDecimal of(long promptTokens, long completionTokens) {
        return prompt.multiply(BigDecimal.valueOf(promptTokens))
                .add(completion.multiply(BigDecimal.valueOf(completionTokens)))
                .movePointLeft(MILLION);
    }
}

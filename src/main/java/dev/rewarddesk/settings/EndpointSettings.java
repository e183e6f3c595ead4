package dev.rewarddesk.settings;

import java.math.BigDecimal;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whom this person has models' answers from, and how they are asked for. The key is in the vault and nowhere else. The numbers are as
 * somebody set them; who uses them checks them.
 *
 * @param url the API's base
 * @param model as the endpoint calls it
 * @param temperature null for the endpoint's own
 * @param answersEach answers to each prompt about each image
 * @param concurrency images that are asked about at the same time
 * @param maxRequests of one run
 * @param maxTokens of one run
 * @param answerTokens of one answer
 * @param imageTokens set aside for an image until it is known what it counts
 * @param imageSide in pixels; larger images are sent as smaller copies
 * @param timeoutSeconds for one request
 * @param promptPrice of a million tokens asked; null where nobody counts
 * @param answerPrice of a million tokens answered; null where nobody counts
 */
public record EndpointSettings(
        URI url,
        String model,
        @Nullable Double temperature,
        int answersEach,
        int concurrency,
        long maxRequests,
        long maxTokens,
        int answerTokens,
        LengthField lengthField,
        int imageTokens,
        int imageSide,
        int timeoutSeconds,
        @Nullable BigDecimal promptPrice,
        @Nullable BigDecimal answerPrice) {

    /** That model, asked as is usual. */
    public static EndpointSettings usual(URI url, String model) {
        return new EndpointSettings(
                url, model, null, 1, 4, 1_000, 2_000_000, 1_024, LengthField.AUTO, 6_000, 1_568, 120, null, null);
    }
}

package dev.rewarddesk.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a model answered to a prompt.
 *
 * @param imageId the image the prompt is about; null where there is none
 * @param userId a free label of the producer, not an account
 */
public record ModelResponse(
        UUID id,
        @Nullable UUID imageId,
        String userId,
        String prompt,
        String responseText,
        String modelId,
        ResponseStatus status,
        Instant createdAt) {}

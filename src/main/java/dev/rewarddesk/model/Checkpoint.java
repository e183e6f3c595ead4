package dev.rewarddesk.model;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state of the model that can be made the active one.
 *
 * @param version unique in the workspace; responses name it as their model id
 * @param storageKey where the weights are
 * @param avgReward what training recorded, on its own scale
 */
public record Checkpoint(
        UUID id,
        String version,
        String storageKey,
        @Nullable String url,
        int epoch,
        double avgReward,
        boolean active,
        Instant createdAt) {}

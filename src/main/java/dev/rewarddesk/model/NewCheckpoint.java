package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * A checkpoint about to be recorded; never active at first.
 *
 * @param version 1 to 200 characters, unique in the workspace
 * @param storageKey 1 to 1000 characters
 * @param epoch 0 or more
 */
public record NewCheckpoint(
        String version, String storageKey, @Nullable String url, int epoch, double avgReward) {}

package dev.rewarddesk.model;

import java.time.Instant;

/**
 * What a reward was before it was changed.
 *
 * @param changedAt when it ceased to be so
 */
public record FormerReward(Reward reward, Instant changedAt) {}

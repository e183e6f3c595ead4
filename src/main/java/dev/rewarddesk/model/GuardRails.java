package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * What has to be so before a checkpoint is activated without a lead overriding it.
 *
 * @param rewards how many rewards it has at least; 0: not asked for
 * @param reviewers how many people scored it at least; 0: not asked for
 * @param lowerBound where the 95 % interval of its mean reward less that of the active one begins at least, -2 to 2; null: not
 *     asked for
 * @param days how old its newest reward is at most; null: not asked for
 */
public record GuardRails(
        int rewards,
        int reviewers,
        @Nullable Double lowerBound,
        @Nullable Integer days) {}

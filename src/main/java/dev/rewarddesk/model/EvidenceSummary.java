package dev.rewarddesk.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What people's rewards say about a checkpoint, on a line. Rewards of pipelines do not count.
 *
 * @param responses how many responses were rewarded
 * @param reward the mean reward, each response once
 * @param positive how many rewards are above zero
 * @param medianSeconds the median time spent on a reward; null where none says
 * @param lastAt when the newest reward was given; null where there is none
 */
public record EvidenceSummary(
        long rewards,
        long responses,
        long reviewers,
        Estimate reward,
        long positive,
        long neutral,
        long negative,
        @Nullable Double medianSeconds,
        @Nullable Instant firstAt,
        @Nullable Instant lastAt) {}

package dev.rewarddesk.collect.journal;

/**
 * How near duplicates are found and dealt with in a run.
 *
 * @param neighbours of this run alone
 * @param hold whether they are held back
 * @param dryRun whether nothing of it is to be seen by other runs
 */
public record NearSearch(Neighbours neighbours, boolean hold, boolean dryRun) {}

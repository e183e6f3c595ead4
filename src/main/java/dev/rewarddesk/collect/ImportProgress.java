package dev.rewarddesk.collect;

/**
 * How far an import is.
 *
 * @param done lines dealt with
 * @param total lines in all
 */
public record ImportProgress(int done, int total) {}

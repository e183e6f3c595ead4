package dev.rewarddesk.model;

/**
 * Something as it was at a revision, so that it is changed only as it was seen.
 *
 * @param revision counts the changes, from 1
 */
public record Revised<T>(T value, int revision) {}

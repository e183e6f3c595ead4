package dev.rewarddesk.collect.journal;

import java.util.UUID;

/**
 * An answer that the workspace does not have yet.
 *
 * @param id of the response that it becomes
 * @param document the response, JSON
 */
public record UnsentAnswer(UUID id, String document) {}

package dev.rewarddesk.model;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The workspace as the caller sees it.
 *
 * @param overlap how many reviewers score each response, 1 to 100
 * @param leaseSeconds how long an item is held without a sign of life
 * @param guidelines Markdown for reviewers; empty where there are none
 * @param revision counts the changes of its settings, from 1
 */
public record Workspace(String name, int overlap, int leaseSeconds, String guidelines, int revision, Me me) {

    /**
     * The caller.
     *
     * @param userId null for a pipeline
     */
    public record Me(@Nullable UUID userId, Role role, String displayName) {}
}

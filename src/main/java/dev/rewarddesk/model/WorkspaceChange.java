package dev.rewarddesk.model;

import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a workspace's settings; null stays as it is.
 *
 * @param overlap how many reviewers score each response, 1 to 100
 * @param leaseSeconds how long an item is held without a sign of life, 10 to 86400
 * @param guidelines Markdown for reviewers, at most 100 000 characters; empty for none
 */
public record WorkspaceChange(
        @Nullable Integer overlap,
        @Nullable Integer leaseSeconds,
        @Nullable String guidelines) {}

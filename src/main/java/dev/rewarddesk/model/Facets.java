package dev.rewarddesk.model;

import java.util.List;
import java.util.UUID;

/**
 * What the workspace's data can be filtered by, most responses first; at most 200 of each.
 *
 * @param reviewers empty for who is no lead
 */
public record Facets(List<Facet> models, List<Facet> categories, List<Facet> sessions, List<Reviewer> reviewers) {

    /** Nothing to choose. */
    public static final Facets NONE = new Facets(List.of(), List.of(), List.of(), List.of());

    /** Keeps its own copies. */
    public Facets {
        models = List.copyOf(models);
        categories = List.copyOf(categories);
        sessions = List.copyOf(sessions);
        reviewers = List.copyOf(reviewers);
    }

    /**
     * A value that responses have.
     *
     * @param count how many
     */
    public record Facet(String name, long count) {}

    /** Somebody who gives rewards. */
    public record Reviewer(UUID id, String name) {}
}

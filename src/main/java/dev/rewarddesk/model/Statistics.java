package dev.rewarddesk.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the workspace holds, and whether that is enough to train on.
 *
 * @param rewards of people and pipelines
 * @param agents what programs with a mind of their own gave, for itself; empty where nobody asked for it
 */
public record Statistics(
        Responses responses,
        Rewards rewards,
        Checkpoints checkpoints,
        Readiness trainingReadiness,
        List<OfAgent> agents) {

    /** Keeps its own copy. */
    public Statistics {
        agents = List.copyOf(agents);
    }

    /**
     * Answers of models.
     *
     * @param byModel how many each model gave
     * @param recentDay how many came in the last 24 hours
     */
    public record Responses(long total, Map<String, Long> byModel, long recentDay) {

        /** Keeps its own copy. */
        public Responses {
            byModel = Map.copyOf(byModel);
        }
    }

    /**
     * Rewards that the caller may see.
     *
     * @param avgScore -1 to 1; 0 where there are none
     */
    public record Rewards(long total, double avgScore, Distribution distribution) {}

    /**
     * Rewards of one version of an agent.
     *
     * @param version empty where it has none
     * @param total at least 1
     * @param avgScore -1 to 1
     */
    public record OfAgent(String name, String version, long total, double avgScore, Distribution distribution) {}

    /** Rewards by their sign. */
    public record Distribution(long positive, long negative, long neutral) {}

    /**
     * Checkpoints.
     *
     * @param active the active one's version; null where none is
     * @param bestPerformance the best that training recorded; 0 where there are none
     */
    public record Checkpoints(long total, @Nullable String active, double bestPerformance) {}

    /**
     * Whether there is enough to train on.
     *
     * @param recommendations what is missing, in sentences
     */
    public record Readiness(Status status, List<String> recommendations) {

        /** Keeps its own copy. */
        public Readiness {
            recommendations = List.copyOf(recommendations);
        }
    }

    /** How ready the workspace is, by its own thresholds. */
    public enum Status {
        READY,
        PARTIAL,
        INSUFFICIENT_DATA
    }
}

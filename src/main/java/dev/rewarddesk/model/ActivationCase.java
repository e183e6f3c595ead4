package dev.rewarddesk.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What activating a checkpoint would mean now.
 *
 * @param from the active one; null where none is
 * @param previous the evidence of {@code from}
 * @param warnings what the workspace's guard rails say against it; empty where nothing does
 */
public record ActivationCase(
        @Nullable Checkpoint from,
        Checkpoint to,
        EvidenceSummary evidence,
        @Nullable EvidenceSummary previous,
        Difference difference,
        List<Warning> warnings) {

    /** Keeps its own copy. */
    public ActivationCase {
        warnings = List.copyOf(warnings);
    }

    /**
     * One thing against it.
     *
     * @param code {@code few_rewards}, {@code few_reviewers}, {@code maybe_worse} or {@code old_evidence}
     * @param message a sentence for people
     */
    public record Warning(String code, String message) {}
}

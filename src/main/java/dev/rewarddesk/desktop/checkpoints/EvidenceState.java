package dev.rewarddesk.desktop.checkpoints;

import dev.rewarddesk.model.Evidence;

/** What there is to see of a checkpoint's evidence. */
public sealed interface EvidenceState {

    /** No checkpoint is selected. */
    record None() implements EvidenceState {}

    /** It is on its way. */
    record Loading() implements EvidenceState {}

    /** This person may not see it. */
    record ForLeads() implements EvidenceState {}

    /**
     * It did not arrive.
     *
     * @param reason a sentence for people
     */
    record Failed(String reason) implements EvidenceState {}

    /** Nobody has scored what this checkpoint answered. */
    record Unscored(Evidence evidence) implements EvidenceState {}

    /** It is here. */
    record Known(Evidence evidence) implements EvidenceState {}
}

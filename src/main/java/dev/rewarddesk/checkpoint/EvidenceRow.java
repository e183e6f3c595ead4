package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.Evidence;
import dev.rewarddesk.model.EvidenceSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Evidence as the wire has it. */
record EvidenceRow(
        CheckpointRow checkpoint,
        EvidenceSummary summary,
        @Nullable Double recordedDifference,
        List<Long> distribution,
        Evidence.Agreement agreement,
        List<Evidence.InCategory> byCategory,
        List<Evidence.OfType> byFeedbackType,
        List<Evidence.OnDay> trend) {

    Evidence evidence() {
        return new Evidence(
                checkpoint.checkpoint(),
                summary,
                recordedDifference,
                distribution,
                agreement,
                byCategory,
                byFeedbackType,
                trend);
    }
}

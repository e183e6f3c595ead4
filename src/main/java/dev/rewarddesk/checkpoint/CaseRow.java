package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.ActivationCase;
import dev.rewarddesk.model.Difference;
import dev.rewarddesk.model.EvidenceSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an activation would mean, as the wire has it. */
record CaseRow(
        @Nullable CheckpointRow from,
        CheckpointRow to,
        EvidenceSummary checkpoint,
        @Nullable EvidenceSummary previous,
        Difference difference,
        List<ActivationCase.Warning> warnings) {

    ActivationCase activationCase() {
        return new ActivationCase(
                from == null ? null : from.checkpoint(), to.checkpoint(), checkpoint, previous, difference, warnings);
    }
}

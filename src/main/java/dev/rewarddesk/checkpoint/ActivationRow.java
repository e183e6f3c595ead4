package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.Activation;
import dev.rewarddesk.model.EvidenceSummary;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the activation record as the wire has it. */
record ActivationRow(
        long id,
        String checkpointVersion,
        @Nullable String previousVersion,
        Activation.Kind kind,
        String reason,
        boolean overridden,
        AtThatMoment evidence,
        String actorName,
        Instant activatedAt) {

    Activation activation() {
        return new Activation(
                id,
                checkpointVersion,
                previousVersion,
                kind,
                reason,
                overridden,
                evidence.checkpoint(),
                actorName,
                activatedAt);
    }

    record AtThatMoment(@Nullable EvidenceSummary checkpoint) {}
}

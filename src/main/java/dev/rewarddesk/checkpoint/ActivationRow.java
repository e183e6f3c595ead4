package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.Activation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An entry of the activation record as the wire has it. */
record ActivationRow(
        long id,
        String checkpointVersion,
        @Nullable String previousVersion,
        Activation.Kind kind,
        String reason,
        String actorName,
        Instant activatedAt) {

    Activation activation() {
        return new Activation(id, checkpointVersion, previousVersion, kind, reason, actorName, activatedAt);
    }
}

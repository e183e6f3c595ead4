package dev.rewarddesk.checkpoint;

import dev.rewarddesk.model.Checkpoint;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A checkpoint's row as the wire has it. */
record CheckpointRow(
        UUID id,
        String version,
        String storageKey,
        @Nullable String url,
        int epoch,
        double avgReward,
        boolean isActive,
        Instant createdAt) {

    Checkpoint checkpoint() {
        return new Checkpoint(id, version, storageKey, url, epoch, avgReward, isActive, createdAt);
    }
}

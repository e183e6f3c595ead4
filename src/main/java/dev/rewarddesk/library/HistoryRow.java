package dev.rewarddesk.library;

import dev.rewarddesk.model.FormerReward;
import dev.rewarddesk.supabase.RewardRow;
import java.time.Instant;

/** A former reward's row as the wire has it. */
record HistoryRow(RewardRow former, Instant changedAt) {

    FormerReward formerReward() {
        return new FormerReward(former.reward(), changedAt);
    }
}

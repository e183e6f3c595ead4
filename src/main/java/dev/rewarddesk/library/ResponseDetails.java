package dev.rewarddesk.library;

import dev.rewarddesk.model.Flag;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.ResponseEntry;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.supabase.RewardRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a response's row has besides the response itself. */
record ResponseDetails(
        @Nullable Image image,
        int rewardCount,
        @Nullable Double meanScore,
        @Nullable RewardRow ownReward,
        List<Flag> flags) {

    ResponseEntry of(ModelResponse response, Thumbnailed thumbnailed) {
        return new ResponseEntry(
                response,
                image,
                thumbnailed.url(),
                rewardCount,
                meanScore == null ? null : new Score(meanScore),
                ownReward == null ? null : ownReward.reward(),
                flags);
    }
}

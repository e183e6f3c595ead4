package dev.rewarddesk.review;

import static dev.rewarddesk.supabase.FunctionsApi.post;

import dev.rewarddesk.model.Agent;
import dev.rewarddesk.model.AgentReward;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.supabase.RewardRow;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rewards that programs give, which the workspace keeps apart from people's. */
public final class AgentRewards {

    private final SupabaseClient client;

    public AgentRewards(SupabaseClient client) {
        this.client = client;
    }

    /** Gives a reward now, and answers it as the workspace has it. Blocks; ends with a {@code ServiceFailure} where it fails. */
    public Reward give(AgentReward reward) {
        return client.functions()
                .send(post("rft-rewards").body(Body.of(reward)).idempotencyKey(reward.id()))
                .data(RewardRow.class)
                .reward();
    }

    private record Body(
            UUID id,
            UUID responseId,
            @Nullable Double score,
            @Nullable FeedbackType feedbackType,
            @Nullable Integer quality,
            @Nullable String comment,
            List<String> tags,
            Agent agent) {

        static Body of(AgentReward reward) {
            return new Body(
                    reward.id(),
                    reward.responseId(),
                    reward.score() == null ? null : reward.score().value(),
                    reward.feedback().type(),
                    reward.feedback().quality(),
                    reward.comment().isEmpty() ? null : reward.comment(),
                    reward.tags(),
                    reward.agent());
        }
    }
}

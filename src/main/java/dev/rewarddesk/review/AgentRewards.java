package dev.rewarddesk.review;

import static dev.rewarddesk.supabase.FunctionsApi.get;
import static dev.rewarddesk.supabase.FunctionsApi.post;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Agent;
import dev.rewarddesk.model.AgentReward;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.ModelResponse;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.supabase.RewardRow;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rewards that programs with a mind of their own give. The workspace keeps them apart: they have an agent and no reviewer, and no count,
 * mean or evidence has them unless it is asked for.
 */
public final class AgentRewards {

    private final SupabaseClient person;
    private final SupabaseClient pipeline;

    /**
     * @param person on whose behalf the program works; must be allowed to read what is scored
     * @param pipeline writes the reward; the same where the program works on nobody's behalf
     */
    public AgentRewards(SupabaseClient person, SupabaseClient pipeline) {
        this.person = person;
        this.pipeline = pipeline;
    }

    /** Gives a reward now, and answers it as the workspace has it. Blocks; ends with a {@code ServiceFailure} where it fails. */
    public Reward give(AgentReward reward) {
        requireReadable(reward.responseId());
        return pipeline.functions()
                .send(post("rft-rewards").body(Body.of(reward)).idempotencyKey(reward.id()))
                .data(RewardRow.class)
                .reward();
    }

    // The pipeline may do what this person may not, or may not any more.
    private void requireReadable(UUID responseId) {
        if (person.functions()
                .send(get("rft-responses").query("id", responseId))
                .rows(ModelResponse.class)
                .isEmpty()) {
            throw new ServiceFailure.NotFound(
                    "response_not_found", "There is no response " + responseId + ". Nothing was saved.");
        }
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

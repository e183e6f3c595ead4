package dev.rewarddesk.mcp;

import dev.rewarddesk.model.Agent;
import dev.rewarddesk.model.AgentReward;
import dev.rewarddesk.model.Feedback;
import dev.rewarddesk.model.FeedbackType;
import dev.rewarddesk.model.Reward;
import dev.rewarddesk.model.Score;
import dev.rewarddesk.review.AgentRewards;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code rft_create_reward}: scores a response in the client's own name. */
final class RewardTool implements Tool<RewardTool.Input> {

    private final AgentRewards rewards;

    RewardTool(AgentRewards rewards) {
        this.rewards = rewards;
    }

    /** What is said of the response; the score, the feedback or both. */
    record Input(
            UUID responseId,
            @Nullable Double score,
            @Nullable Said feedback,
            @Nullable List<String> tags,
            @Nullable UUID id) {}

    /** Type, quality and comment. */
    record Said(
            @Nullable FeedbackType type,
            @Nullable Integer quality,
            @Nullable String comments) {}

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) {
        Said said = input.feedback() == null ? new Said(null, null, null) : input.feedback();
        Reward given = rewards.give(new AgentReward(
                input.id() == null ? UUID.randomUUID() : input.id(),
                input.responseId(),
                input.score() == null ? null : new Score(input.score()),
                new Feedback(said.type(), said.quality()),
                said.comments() == null ? "" : said.comments(),
                input.tags() == null ? List.of() : input.tags(),
                caller.agent()));
        Document document = Document.of(given, caller);
        return new Answer(
                "Recorded: response %s has the score %s from %s, as reward %s."
                        .formatted(
                                given.responseId(),
                                given.score().value(),
                                caller.agent().name(),
                                given.id()),
                document);
    }

    /**
     * The reward as it is kept.
     *
     * @param agent in whose name
     */
    private record Document(
            UUID rewardId,
            UUID responseId,
            double score,
            @Nullable FeedbackType feedbackType,
            @Nullable Integer quality,
            String comments,
            Agent agent) {

        static Document of(Reward reward, Caller caller) {
            return new Document(
                    reward.id(),
                    reward.responseId(),
                    reward.score().value(),
                    reward.feedback().type(),
                    reward.feedback().quality(),
                    reward.comment(),
                    caller.agent());
        }
    }
}

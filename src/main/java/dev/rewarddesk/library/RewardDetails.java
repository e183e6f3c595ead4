package dev.rewarddesk.library;

import dev.rewarddesk.model.Agent;
import dev.rewarddesk.model.Image;
import dev.rewarddesk.model.RewardEntry;
import dev.rewarddesk.supabase.RewardRow;
import org.jspecify.annotations.Nullable;

/** What a reward's row has besides the reward itself. */
record RewardDetails(
        Subject responses,
        @Nullable String reviewerName,
        @Nullable String agentName,
        @Nullable String agentVersion,
        @Nullable Image image) {

    RewardEntry of(RewardRow row, Thumbnailed thumbnailed) {
        return new RewardEntry(
                row.reward(),
                reviewerName,
                agentName == null ? null : new Agent(agentName, agentVersion == null ? "" : agentVersion),
                responses.prompt,
                responses.responseText,
                responses.modelId,
                image,
                thumbnailed.url());
    }

    // The wire says responses, though it is one.
    record Subject(String prompt, String responseText, String modelId) {}
}

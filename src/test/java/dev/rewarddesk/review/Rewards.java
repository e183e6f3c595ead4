package dev.rewarddesk.review;

import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.RewardRow;
import dev.rewarddesk.supabase.SupabaseClient;
import java.util.List;
import java.util.UUID;

/** The rewards of a response as the workspace has them. */
final class Rewards {

    private Rewards() {}

    static List<RewardRow> of(SupabaseClient client, UUID response) {
        return client.functions()
                .send(FunctionsApi.get("rft-rewards").query("response_id", response))
                .rows(RewardRow.class);
    }
}

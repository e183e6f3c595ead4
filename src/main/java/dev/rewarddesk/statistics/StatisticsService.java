package dev.rewarddesk.statistics;

import static dev.rewarddesk.supabase.FunctionsApi.get;

import dev.rewarddesk.model.Statistics;
import dev.rewarddesk.supabase.SupabaseClient;

/** The workspace in numbers. Methods block and end with a {@code ServiceFailure}. */
public final class StatisticsService {

    private final SupabaseClient client;

    public StatisticsService(SupabaseClient client) {
        this.client = client;
    }

    /** The statistics now, of what the caller may see; readiness is the whole workspace's. */
    public Statistics statistics() {
        return statistics(false);
    }

    /** As above, and besides what agents gave. */
    public Statistics statisticsWithAgents() {
        return statistics(true);
    }

    private Statistics statistics(boolean agents) {
        return client.functions()
                .send(get("rft-rewards/statistics").query("agents", agents))
                .data(StatisticsRow.class)
                .statistics();
    }
}

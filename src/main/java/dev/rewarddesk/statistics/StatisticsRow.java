package dev.rewarddesk.statistics;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.model.Statistics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statistics document as the wire has it. */
record StatisticsRow(
        Responses responses,
        Statistics.Rewards rewards,
        Statistics.Checkpoints checkpoints,
        Statistics.Readiness trainingReadiness,
        @Nullable List<Statistics.OfAgent> agents) {

    /** Where the wire's name is none that a Java name becomes. */
    record Responses(
            long total,
            Map<String, Long> byModel,
            @JsonProperty("recent_24h") long recentDay) {}

    Statistics statistics() {
        return new Statistics(
                new Statistics.Responses(responses.total, responses.byModel, responses.recentDay),
                rewards,
                checkpoints,
                trainingReadiness,
                agents == null ? List.of() : agents);
    }
}

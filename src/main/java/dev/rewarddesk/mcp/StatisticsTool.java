package dev.rewarddesk.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.model.Statistics;
import dev.rewarddesk.statistics.StatisticsService;
import java.util.Locale;
import java.util.Map;

/** {@code rft_get_statistics}: the workspace in numbers. */
final class StatisticsTool implements Tool<StatisticsTool.Input> {

    private final StatisticsService statistics;

    StatisticsTool(StatisticsService statistics) {
        this.statistics = statistics;
    }

    /** Nothing is asked. */
    record Input() {}

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) {
        Statistics now = statistics.statistics();
        return new Answer(text(now), Document.of(now));
    }

    /** The statistics in sentences. */
    static String text(Statistics now) {
        StringBuilder text = new StringBuilder("""
                Responses: %d, %d of them in the last 24 hours.
                Rewards: %d, mean %.2f (%d positive, %d neutral, %d negative).
                Checkpoints: %d; %s.
                Training: %s.""".formatted(
                        now.responses().total(),
                        now.responses().recentDay(),
                        now.rewards().total(),
                        now.rewards().avgScore(),
                        now.rewards().distribution().positive(),
                        now.rewards().distribution().neutral(),
                        now.rewards().distribution().negative(),
                        now.checkpoints().total(),
                        now.checkpoints().active() == null
                                ? "none is active"
                                : now.checkpoints().active() + " is active",
                        now.trainingReadiness().status().name().toLowerCase(Locale.ROOT)));
        now.trainingReadiness()
                .recommendations()
                .forEach(each -> text.append("\n- ").append(each));
        return text.toString();
    }

    /** The statistics as the wire contract has them. */
    record Document(
            Responses responses,
            Statistics.Rewards rewards,
            Statistics.Checkpoints checkpoints,
            Statistics.Readiness trainingReadiness) {

        /** Where the contract's name is none that a Java name becomes. */
        record Responses(
                long total,
                Map<String, Long> byModel,
                @JsonProperty("recent_24h") long recentDay) {}

        static Document of(Statistics now) {
            return new Document(
                    new Responses(
                            now.responses().total(),
                            now.responses().byModel(),
                            now.responses().recentDay()),
                    now.rewards(),
                    now.checkpoints(),
                    now.trainingReadiness());
        }
    }
}

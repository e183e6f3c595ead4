package dev.rewarddesk.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.rewarddesk.model.Statistics;
import dev.rewarddesk.statistics.StatisticsService;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code rft_get_statistics}: the workspace in numbers. */
final class StatisticsTool implements Tool<StatisticsTool.Input> {

    private final StatisticsService statistics;

    StatisticsTool(StatisticsService statistics) {
        this.statistics = statistics;
    }

    /** @param includeAgents whether what agents gave is told besides */
    record Input(@Nullable Boolean includeAgents) {}

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Answer call(Input input, Caller caller) {
        if (!Boolean.TRUE.equals(input.includeAgents())) {
            Statistics now = statistics.statistics();
            return new Answer(text(now), Document.of(now));
        }
        Statistics now = statistics.statisticsWithAgents();
        return new Answer(text(now) + "\n" + agents(now.agents()), Document.withAgents(now));
    }

    private static String agents(List<Statistics.OfAgent> agents) {
        if (agents.isEmpty()) {
            return "Agents: none has given a reward.";
        }
        StringBuilder text = new StringBuilder("Agents, apart from the above:");
        for (Statistics.OfAgent agent : agents) {
            text.append("\n- %s %s: %d, mean %.2f (%d positive, %d neutral, %d negative)"
                    .formatted(
                            Plain.text(agent.name()),
                            Plain.text(agent.version()),
                            agent.total(),
                            agent.avgScore(),
                            agent.distribution().positive(),
                            agent.distribution().neutral(),
                            agent.distribution().negative()));
        }
        return text.toString();
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
            Statistics.Readiness trainingReadiness,
            @Nullable List<Statistics.OfAgent> agents) {

        /** Where the contract's name is none that a Java name becomes. */
        record Responses(
                long total,
                Map<String, Long> byModel,
                @JsonProperty("recent_24h") long recentDay) {}

        static Document of(Statistics now) {
            return of(now, null);
        }

        static Document withAgents(Statistics now) {
            return of(
                    now,
                    now.agents().stream()
                            .map(agent -> new Statistics.OfAgent(
                                    Plain.text(agent.name()),
                                    Plain.text(agent.version()),
                                    agent.total(),
                                    agent.avgScore(),
                                    agent.distribution()))
                            .toList());
        }

        private static Document of(Statistics now, @Nullable List<Statistics.OfAgent> agents) {
            return new Document(
                    new Responses(
                            now.responses().total(),
                            now.responses().byModel(),
                            now.responses().recentDay()),
                    now.rewards(),
                    now.checkpoints(),
                    now.trainingReadiness(),
                    agents);
        }
    }
}

package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics against the same reckoned in Java. */
final class StatisticsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void startEmpty() throws SQLException {
        DATABASE.clear();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theDocumentAndTheViewsSayWhatIsThere(long seed) throws SQLException {
        Random random = new Random(seed);
        List<Double> scores = new ArrayList<>();
        Map<String, Integer> byModel = new HashMap<>();
        int responses = 20 + random.nextInt(40);
        int recent = 0;
        for (int number = 0; number < responses; number++) {
            String model = "m" + random.nextInt(3);
            boolean old = random.nextInt(3) == 0;
            recent += old ? 0 : 1;
            byModel.merge(model, 1, Integer::sum);
            UUID response = DATABASE.asSuperuser(session -> session.uuid(
                    "insert into public.responses (user_id, prompt, response_text, model_id, created_at) "
                            + "values ('p', 'q', 'a', ?, now() - ?::interval) returning id",
                    model,
                    old ? "25 hours" : "23 hours"));
            for (int reward = random.nextInt(3); reward > 0; reward--) {
                double score = (random.nextInt(21) - 10) / 10.0;
                scores.add(score);
                DATABASE.asSuperuser(session -> session.write(
                        "insert into public.rewards (response_id, source, score) values (?, 'pipeline', ?)",
                        response,
                        score));
            }
        }
        DoubleSummaryStatistics sum =
                scores.stream().mapToDouble(score -> score).summaryStatistics();
        long positive = scores.stream().filter(score -> score > 0).count();
        long negative = scores.stream().filter(score -> score < 0).count();

        JsonNode document = call("read_statistics", Map.of()).path("data");
        JsonNode listed = call("list_rewards", Map.of("limit", "1")).path("stats");

        assertThat(document.at("/responses/total").asInt()).isEqualTo(responses);
        assertThat(document.at("/responses/recent_24h").asInt()).isEqualTo(recent);
        byModel.forEach((model, count) ->
                assertThat(document.at("/responses/by_model/" + model).asInt()).isEqualTo(count));
        assertThat(document.at("/rewards/total").asLong()).isEqualTo(sum.getCount());
        assertThat(document.at("/rewards/avg_score").asDouble()).isCloseTo(sum.getAverage(), within(1e-9));
        assertThat(document.at("/rewards/distribution/positive").asLong()).isEqualTo(positive);
        assertThat(document.at("/rewards/distribution/negative").asLong()).isEqualTo(negative);
        assertThat(document.at("/rewards/distribution/neutral").asLong())
                .isEqualTo(sum.getCount() - positive - negative);
        assertThat(listed.path("total_rewards").asLong()).isEqualTo(sum.getCount());
        assertThat(listed.path("avg_score").asDouble()).isCloseTo(sum.getAverage(), within(1e-9));
        assertThat(listed.path("max_score").asDouble()).isEqualTo(sum.getMax());
        assertThat(listed.path("min_score").asDouble()).isEqualTo(sum.getMin());
        assertThat(DATABASE.rows("select total_responses, recent_responses_24h, total_rewards, positive_rewards, "
                        + "negative_rewards, neutral_rewards from public.rft_statistics_view"))
                .containsExactly(List.of(
                        (long) responses,
                        (long) recent,
                        sum.getCount(),
                        positive,
                        negative,
                        sum.getCount() - positive - negative));
        assertThat(DATABASE.number("select count(*) from public.training_data_view"))
                .isEqualTo(sum.getCount());
    }

    @Test
    void anEmptyWorkspaceHasZeros() throws SQLException {
        JsonNode document = call("read_statistics", Map.of()).path("data");

        assertThat(document.at("/responses/total").asInt()).isZero();
        assertThat(document.at("/rewards/avg_score").isNumber()).isTrue();
        assertThat(document.at("/checkpoints/active").isNull()).isTrue();
        assertThat(document.at("/checkpoints/best_performance").isNumber()).isTrue();
        assertThat(document.at("/training_readiness/status").asText()).isEqualTo("insufficient_data");
        assertThat(call("list_rewards", Map.of()).at("/stats/avg_score").isNumber())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"100, 51, partial", "101, 50, partial", "101, 51, ready", "51, 0, partial", "50, 51, insufficient_data"
    })
    void readinessTurnsAboveItsThresholds(int responses, int rewards, String status) throws SQLException {
        UUID[] made = DATABASE.responses(responses);
        DATABASE.asSuperuser(session -> session.write(
                "insert into public.rewards (response_id, source, score) "
                        + "select ?, 'pipeline', 1 from generate_series(1, ?)",
                made[0],
                rewards));

        assertThat(call("read_statistics", Map.of())
                        .at("/data/training_readiness/status")
                        .asText())
                .isEqualTo(status);
    }

    @Test
    void readinessIsTheWorkspacesWhoeverAsks() throws SQLException {
        UUID[] made = DATABASE.responses(3);
        DATABASE.asSuperuser(session -> session.write(
                "update public.workspace_settings set partial_responses = 1, ready_responses = 2, ready_rewards = 0"));
        DATABASE.asSuperuser(session -> session.write(
                "insert into public.rewards (response_id, source, score) values (?, 'pipeline', 1)", made[0]));

        JsonNode document = DATABASE.as(DATABASE.annotator(), session -> session.call("read_statistics", "{}"));

        assertThat(document.at("/data/training_readiness/status").asText()).isEqualTo("ready");
        assertThat(document.at("/data/rewards/total").asInt())
                .as("the rewards one may see")
                .isZero();
    }

    @Test
    void everyPageOfAListIsReachedOnceByCursorAndByOffset() throws SQLException {
        DATABASE.responses(23);
        List<@Nullable Object> all =
                DATABASE.rows("select id::text from public.responses order by created_at desc, id desc").stream()
                        .<@Nullable Object>map(List::getFirst)
                        .toList();

        List<@Nullable Object> byCursor = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", "5"));
        JsonNode page;
        do {
            page = call("list_responses", query);
            page.path("data").forEach(row -> byCursor.add(row.path("id").asText()));
            query.put("cursor", page.path("next_cursor").asText());
        } while (page.path("next_cursor").isTextual());
        List<@Nullable Object> byOffset = new ArrayList<>();
        for (int offset = 0; offset < 23; offset += 5) {
            call("list_responses", Map.of("limit", "5", "offset", Integer.toString(offset)))
                    .path("data")
                    .forEach(row -> byOffset.add(row.path("id").asText()));
        }

        assertThat(byCursor).isEqualTo(all);
        assertThat(byOffset).isEqualTo(all);
    }

    private static JsonNode call(String operation, Map<String, String> query) throws SQLException {
        return DATABASE.as(Caller.SERVICE, session -> session.call(operation, query, null, Map.of()));
    }
}

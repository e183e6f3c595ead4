package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What agents think is kept, and kept apart from what people and pipelines do. */
final class AgentRewardsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private UUID response = new UUID(0, 0);

    @BeforeEach
    void startWithOneResponse() throws SQLException {
        DATABASE.clear();
        response = DATABASE.response();
    }

    @Test
    void itSaysWhichAgentAndWhichVersionAndNobodyIsItsReviewer() throws SQLException {
        JsonNode made = give(Caller.SERVICE, "judge", "2.1", -0.5);

        assertThat(made.at("/source").asText()).isEqualTo("agent");
        assertThat(made.at("/agent_name").asText()).isEqualTo("judge");
        assertThat(made.at("/agent_version").asText()).isEqualTo("2.1");
        assertThat(made.at("/reviewer_id").isNull()).isTrue();
    }

    @Test
    void aLeadsAssistantScoresInItsOwnNameAndNotInTheLeads() throws SQLException {
        Caller lead = DATABASE.lead();

        JsonNode made = give(lead, "judge", "2.1", -0.5);

        assertThat(made.at("/reviewer_id").isNull()).isTrue();
        assertThat(DATABASE.as(lead, session -> session.call("claim_items", "{}"))
                        .path("data")
                        .size())
                .isEqualTo(1);
        DATABASE.as(
                lead,
                session ->
                        session.call("create_reward", "{\"response_id\": \"%s\", \"score\": 1}".formatted(response)));
        assertThat(DATABASE.number("select count(*) from public.rewards")).isEqualTo(2);
    }

    @Test
    void annotatorsPassNoAgentsRewardsOn() throws SQLException {
        Caller annotator = DATABASE.annotator();

        Refusals.assertRefused(() -> give(annotator, "judge", "", 1), 403, "not_a_lead");
        Refusals.assertFails(
                () -> DATABASE.as(
                        annotator,
                        session -> session.write(
                                "insert into public.rewards (response_id, source, agent_name, agent_version, score)"
                                        + " values (?, 'agent', 'a', '', 1)",
                                response)),
                Refusals.NO_PRIVILEGE);
    }

    @Test
    void eachVersionScoresAResponseOnce() throws SQLException {
        give(Caller.SERVICE, "judge", "1", 0.5);
        give(Caller.SERVICE, "judge", "2", 0.25);
        give(Caller.SERVICE, "other", "1", 0);

        Refusals.assertRefused(() -> give(Caller.SERVICE, "judge", "2", -1), 409, "already_rewarded");
        assertThat(DATABASE.rows("select score from public.rewards where agent_version = '2'"))
                .containsExactly(List.of(0.25));
    }

    @Test
    void noCountAndNoMeanHasIt() throws SQLException {
        Caller lead = DATABASE.lead();
        DATABASE.as(
                lead,
                session ->
                        session.call("create_reward", "{\"response_id\": \"%s\", \"score\": 1}".formatted(response)));
        give(Caller.SERVICE, "judge", "1", -1);

        JsonNode statistics = read(lead, "read_statistics", Map.of()).path("data");
        assertThat(statistics.at("/rewards/total").asInt()).isEqualTo(1);
        assertThat(statistics.at("/rewards/avg_score").asDouble()).isEqualTo(1);
        assertThat(statistics.has("agents")).isFalse();
        JsonNode list = read(lead, "list_rewards", Map.of());
        assertThat(list.path("total").asInt()).isEqualTo(1);
        assertThat(list.at("/stats/min_score").asDouble()).isEqualTo(1);
        JsonNode detailed =
                read(lead, "list_responses", Map.of("details", "true")).at("/data/0");
        assertThat(detailed.at("/reward_count").asInt()).isEqualTo(1);
        assertThat(detailed.at("/mean_score").asDouble()).isEqualTo(1);
        assertThat(DATABASE.rows("select source from public.training_data_view"))
                .containsExactly(List.of("person"));
        assertThat(DATABASE.number("select review_count from public.responses")).isEqualTo(1);
    }

    @Test
    void whoAsksForItHasItApart() throws SQLException {
        give(Caller.SERVICE, "judge", "1", -1);
        give(Caller.SERVICE, "judge", "2", 0.5);

        JsonNode agents = read(Caller.SERVICE, "read_statistics", Map.of("agents", "true"))
                .at("/data/agents");
        assertThat(agents).hasSize(2);
        assertThat(agents.at("/0/version").asText()).isEqualTo("1");
        assertThat(agents.at("/0/avg_score").asDouble()).isEqualTo(-1);
        assertThat(agents.at("/1/distribution/positive").asInt()).isEqualTo(1);
        assertThat(read(Caller.SERVICE, "list_rewards", Map.of("source", "agent"))
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(read(Caller.SERVICE, "list_rewards", Map.of("source", "pipeline"))
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(read(Caller.SERVICE, "list_rewards", Map.of("source", "any"))
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(DATABASE.rows("select agent_name, agent_version, score from public.agent_data_view order by 2"))
                .containsExactly(List.of("judge", "1", -1.0), List.of("judge", "2", 0.5));
    }

    @Test
    void itStaysTheAgents() throws SQLException {
        give(Caller.SERVICE, "judge", "1", -1);

        for (String change : List.of("agent_name = 'other'", "agent_version = '9'")) {
            Refusals.assertRefused(
                    () -> DATABASE.as(Caller.SERVICE, session -> session.write("update public.rewards set " + change)),
                    400,
                    "reward_is_fixed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"judge\"",
                "{}",
                "{\"name\": \" \"}",
                "{\"name\": 7}",
                "{\"name\": \"a\\nb\"}",
                "{\"name\": \"a\", \"version\": 2}",
                "{\"name\": \"a\", \"version\": \"\\u001b[31m\"}"
            })
    void anAgentWithoutAProperNameIsRefused(String agent) {
        Refusals.assertRefused(
                () -> DATABASE.as(
                        Caller.SERVICE,
                        session -> session.call(
                                "create_reward",
                                "{\"response_id\": \"%s\", \"score\": 1, \"agent\": %s}".formatted(response, agent))),
                400,
                "invalid_agent");
    }

    @Test
    void anUnknownSourceIsRefused() {
        Refusals.assertRefused(
                () -> read(Caller.SERVICE, "list_rewards", Map.of("source", "robots")), 400, "invalid_source");
        Refusals.assertRefused(
                () -> read(Caller.SERVICE, "read_statistics", Map.of("agents", "yes")), 400, "invalid_agents");
    }

    private JsonNode give(Caller caller, String name, String version, double score) throws SQLException {
        return DATABASE.as(
                        caller,
                        session -> session.call(
                                "create_reward",
                                "{\"response_id\": \"%s\", \"score\": %s, \"agent\": {\"name\": \"%s\", \"version\": \"%s\"}}"
                                        .formatted(response, score, name, version)))
                .path("data");
    }

    private static JsonNode read(Caller caller, String operation, Map<String, String> query) throws SQLException {
        return DATABASE.as(caller, session -> session.call(operation, query, null, Map.of()));
    }
}

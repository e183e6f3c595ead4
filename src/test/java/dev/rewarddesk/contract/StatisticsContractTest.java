package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static dev.rewarddesk.contract.Workspace.REWARDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Statistics as one document, and the workspace's settings that they depend on. */
@OnEveryMouth
final class StatisticsContractTest {

    private static final String WORKSPACE = RESPONSES + "/workspace";

    private final Workspace workspace;

    StatisticsContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @Test
    void theDocumentCountsWhatWasAdded() {
        JsonNode before = statistics();
        String model = "counted-" + UUID.randomUUID();
        String response =
                workspace.response(Map.of("model_id", model)).path("id").asText();
        for (String score : List.of("1", "0", "-0.5")) {
            workspace
                    .service()
                    .post(REWARDS, "{\"response_id\": \"%s\", \"score\": %s}".formatted(response, score))
                    .ok();
        }
        JsonNode after = statistics();

        assertThat(added(before, after, "/responses/total")).isEqualTo(1);
        assertThat(added(before, after, "/responses/recent_24h")).isEqualTo(1);
        assertThat(after.at("/responses/by_model/" + model).asInt()).isEqualTo(1);
        assertThat(added(before, after, "/rewards/total")).isEqualTo(3);
        assertThat(added(before, after, "/rewards/distribution/positive")).isEqualTo(1);
        assertThat(added(before, after, "/rewards/distribution/neutral")).isEqualTo(1);
        assertThat(added(before, after, "/rewards/distribution/negative")).isEqualTo(1);
        assertThat(after.at("/rewards/avg_score").isNumber()).isTrue();
        assertThat(after.at("/checkpoints/total").isInt()).isTrue();
        assertThat(after.at("/checkpoints/best_performance").isNumber()).isTrue();
        assertThat(after.at("/training_readiness/status").asText()).isIn("ready", "partial", "insufficient_data");
        assertThat(after.at("/training_readiness/recommendations").isArray()).isTrue();
    }

    @Test
    void whatAgentsGaveIsToldApartAndOnlyWhenAskedFor() {
        String agent = "judge-" + UUID.randomUUID();
        JsonNode before = statistics();
        workspace
                .service()
                .post(
                        REWARDS,
                        "{\"response_id\": \"%s\", \"score\": -1, \"agent\": {\"name\": \"%s\"}}"
                                .formatted(workspace.responseId(), agent))
                .ok();

        JsonNode after = statistics();
        assertThat(added(before, after, "/rewards/total")).isZero();
        assertThat(after.has("agents")).isFalse();
        JsonNode agents = workspace
                .service()
                .get(REWARDS + "/statistics?agents=true")
                .ok()
                .at("/data/agents");
        assertThat(agents).anySatisfy(one -> {
            assertThat(one.path("name").asText()).isEqualTo(agent);
            assertThat(one.path("version").asText()).isEmpty();
            assertThat(one.path("total").asInt()).isEqualTo(1);
            assertThat(one.path("avg_score").asDouble()).isEqualTo(-1);
        });
        assertThat(workspace.service().get(REWARDS + "/statistics?agents=2").status())
                .isEqualTo(400);
    }

    @Test
    void readinessFollowsTheWorkspacesThresholds() {
        workspace
                .service()
                .post(REWARDS, "{\"response_id\": \"%s\", \"score\": 1}".formatted(workspace.responseId()))
                .ok();
        try {
            put("{\"ready_responses\": 0, \"ready_rewards\": 0, \"partial_responses\": 0}");
            assertThat(statistics().at("/training_readiness/status").asText()).isEqualTo("ready");
            put("{\"ready_responses\": 1000000, \"ready_rewards\": 1000000}");
            assertThat(statistics().at("/training_readiness/status").asText()).isEqualTo("partial");
            put("{\"partial_responses\": 1000000}");
            assertThat(statistics().at("/training_readiness/status").asText()).isEqualTo("insufficient_data");
            assertThat(statistics().at("/training_readiness/recommendations")).isNotEmpty();
        } finally {
            put("{\"ready_responses\": 100, \"ready_rewards\": 50, \"partial_responses\": 50}");
        }
    }

    @Test
    void theWorkspaceTellsWhoIsCalling() {
        JsonNode mine = workspace.annotator().get(WORKSPACE).ok().path("data");

        assertThat(mine.at("/me/role").asText()).isEqualTo("annotator");
        assertThat(mine.at("/me/user_id").asText()).hasSize(36);
        assertThat(mine.path("overlap").asInt()).isPositive();
        assertThat(workspace.service().get(WORKSPACE).ok().at("/data/me/role").asText())
                .isEqualTo("service");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"overlap\": 0}",
                "{\"overlap\": 101}",
                "{\"lease_seconds\": 1}",
                "{\"name\": null}",
                "{\"singleton\": true}",
                "{\"ready_rewards\": -1}",
                "[]"
            })
    void aSettingThatCannotBeIsRefused(String body) {
        assertThat(workspace.lead().put(WORKSPACE, body).status()).isEqualTo(400);
    }

    @Test
    void anAnnotatorChangesNoSettings() {
        Expect.failure(workspace.annotator().put(WORKSPACE, "{\"overlap\": 2}"), 403, "not_a_lead");
    }

    private JsonNode statistics() {
        return workspace.lead().get(REWARDS + "/statistics").ok().path("data");
    }

    private void put(String body) {
        workspace.lead().put(WORKSPACE, body).ok();
    }

    private static long added(JsonNode before, JsonNode after, String pointer) {
        return after.at(pointer).asLong() - before.at(pointer).asLong();
    }
}

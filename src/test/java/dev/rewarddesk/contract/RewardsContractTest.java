package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.REWARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rft-rewards}: giving, finding, changing and deleting rewards. */
@OnEveryMouth
final class RewardsContractTest {

    private final Workspace workspace;

    RewardsContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1", "0", "-0.0", "0.05", "1.0", "5e-324", "-1e0"})
    void aScoreFromMinusOneToOneIsTaken(String score) {
        JsonNode made = post(workspace.service(), "\"score\": " + score).ok().path("data");

        assertThat(made.path("score").asDouble()).isCloseTo(Double.parseDouble(score), within(1e-15));
        assertThat(made.path("revision").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0000001", "-2", "1e400", "1e-400", "\"0.5\"", "\"NaN\"", "true", "[]", "{}", "null"})
    void anythingElseIsNoScore(String score) {
        TestApi.Answer answer = post(workspace.service(), "\"score\": " + score);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        Expect.envelope(answer);
    }

    @Test
    void nanIsNotEvenJson() {
        assertThat(post(workspace.service(), "\"score\": NaN").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "like, , 0.5",
        "neutral, , 0",
        "dislike, , -0.5",
        ", 1, -0.4",
        ", 5, 0.4",
        "like, 5, 0.9",
        "like, 1, 0.1",
        "dislike, 1, -0.9",
        "dislike, 5, -0.1",
        "neutral, 4, 0.2"
    })
    void aTypeOrQualityWithoutAScoreSuggestsIt(String type, Integer quality, double score) {
        String fields = (type == null ? "" : "\"feedback_type\": \"" + type + "\"")
                + (type == null || quality == null ? "" : ", ")
                + (quality == null ? "" : "\"quality\": " + quality);

        assertThat(post(workspace.service(), fields).ok().at("/data/score").asDouble())
                .isEqualTo(score);
    }

    @Test
    void anAgentsRewardIsKeptApart() {
        String response = workspace.responseId();
        String body = "{\"response_id\": \"%s\", \"score\": -1, \"agent\": {\"name\": \"judge\", \"version\": \"2.1\"}}"
                .formatted(response);

        JsonNode made = workspace.service().post(REWARDS, body).ok().path("data");

        assertThat(made.path("source").asText()).isEqualTo("agent");
        assertThat(made.path("agent_name").asText()).isEqualTo("judge");
        TestApi.Answer again = workspace.service().post(REWARDS, body);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("already_rewarded");
        assertThat(list(response, "")).isEmpty();
        assertThat(list(response, "&source=agent")).hasSize(1);
        assertThat(list(response, "&source=any")).hasSize(1);
        assertThat(list(response, "&source=person")).isEmpty();
        assertThat(workspace.service().get(REWARDS + "?source=robots").status()).isEqualTo(400);
    }

    @Test
    void aNamelessAgentIsRefused() {
        TestApi.Answer answer = post(workspace.service(), "\"score\": 1, \"agent\": {\"version\": \"1\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asText()).isEqualTo("invalid_agent");
        Expect.envelope(answer);
    }

    private JsonNode list(String response, String more) {
        return workspace
                .service()
                .get(REWARDS + "?response_id=" + response + more)
                .ok()
                .path("data");
    }

    @Test
    void aScoreThatIsSaidOutranksTheSuggestion() {
        assertThat(post(workspace.service(), "\"feedback_type\": \"like\", \"score\": -0.3")
                        .ok()
                        .at("/data/score")
                        .asDouble())
                .isEqualTo(-0.3);
    }

    @Test
    void aNumberOutOfRangeHasACodeOfItsOwn() {
        Expect.failure(post(workspace.service(), "\"score\": 1.0000001"), 400, "score_out_of_range");
        Expect.failure(post(workspace.service(), "\"score\": -2"), 400, "score_out_of_range");
        Expect.failure(post(workspace.service(), "\"quality\": 6"), 400, "quality_out_of_range");
        Expect.failure(post(workspace.service(), "\"quality\": 3.5"), 400, "invalid_quality");
        Expect.failure(post(workspace.service(), "\"score\": \"0.5\""), 400, "invalid_score");
    }

    @Test
    void nothingSaidIsNoReward() {
        Expect.failure(post(workspace.service(), "\"comment\": \"hm\""), 400, "invalid_score");
    }

    @Test
    void everyFieldIsKept() {
        String id = UUID.randomUUID().toString();
        JsonNode made = post(
                        workspace.annotator(),
                        "\"id\": \"%s\", \"score\": 0.5, \"feedback_type\": \"like\", \"quality\": 4, ".formatted(id)
                                + "\"comment\": \"\u4f60\u597d\", \"tags\": [\"a\", \"b\"], \"seconds_spent\": 12.5, \"detail\": \"free\"")
                .ok()
                .path("data");

        assertThat(made.path("id").asText()).isEqualTo(id);
        assertThat(made.path("feedback_type").asText()).isEqualTo("like");
        assertThat(made.path("quality").asInt()).isEqualTo(4);
        assertThat(made.path("comment").asText()).isEqualTo("\u4f60\u597d");
        assertThat(made.path("tags").toString()).isEqualTo("[\"a\",\"b\"]");
        assertThat(made.path("seconds_spent").asDouble()).isEqualTo(12.5);
        assertThat(made.path("detail").asText()).isEqualTo("free");
        assertThat(made.path("reviewer_id").asText()).hasSize(36);
        assertThat(made.path("source").asText()).isEqualTo("person");
        assertThat(made.path("responses").properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "user_id", "prompt", "response_text", "model_id", "created_at");
        Expect.failure(post(workspace.service(), "\"score\": 0, \"id\": \"%s\"".formatted(id)), 409, "id_taken");
    }

    @Test
    void aJsonDetailIsLiftedAndKept() {
        String detail = "{\"feedback_type\": \"dislike\", \"quality_rating\": 2, \"comments\": \"blurred\"}";
        JsonNode made = post(workspace.service(), "\"score\": -0.2, \"detail\": " + TestApi.json(detail))
                .ok()
                .path("data");

        assertThat(made.path("feedback_type").asText()).isEqualTo("dislike");
        assertThat(made.path("quality").asInt()).isEqualTo(2);
        assertThat(made.path("comment").asText()).isEqualTo("blurred");
        assertThat(made.path("detail").asText()).isEqualTo(detail);
    }

    @Test
    void whatTheBodySaysOutranksTheDetail() {
        String detail = TestApi.json("{\"feedback_type\": \"dislike\", \"quality_rating\": 2}");

        JsonNode made = post(workspace.service(), "\"feedback_type\": \"like\", \"detail\": " + detail)
                .ok()
                .path("data");

        assertThat(made.path("feedback_type").asText()).isEqualTo("like");
        assertThat(made.path("quality").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"quality\": 6 | quality_out_of_range",
                "\"quality\": 0 | quality_out_of_range",
                "\"quality\": 2.5 | invalid_quality",
                "\"quality\": \"3\" | invalid_quality",
                "\"feedback_type\": \"love\" | invalid_feedback_type",
                "\"tags\": \"a\" | invalid_tags",
                "\"tags\": [1] | invalid_tags",
                "\"seconds_spent\": -1 | seconds_spent_out_of_range",
                "\"detail\": {} | invalid_detail",
                "\"comment\": 1 | invalid_comment",
                "\"id\": \"7\" | invalid_id",
                "\"lease_token\": \"7\" | invalid_lease_token"
            })
    void aBadFieldIsNamed(String field, String code) {
        Expect.failure(post(workspace.annotator(), "\"score\": 0, " + field), 400, code);
    }

    @Test
    void aRewardNeedsAResponseThatIsThere() {
        Expect.failure(workspace.service().post(REWARDS, "{\"score\": 1}"), 400, "invalid_response_id");
        Expect.failure(
                workspace
                        .service()
                        .post(REWARDS, "{\"score\": 1, \"response_id\": \"%s\"}".formatted(UUID.randomUUID())),
                404,
                "response_not_found");
    }

    @Test
    void aPersonScoresAResponseOnceAndIsShownTheFirst() {
        String response = workspace.responseId();
        JsonNode first = post(workspace.annotator(), response, "\"score\": 1").ok();

        JsonNode failure =
                Expect.failure(post(workspace.annotator(), response, "\"score\": 0"), 409, "already_rewarded");

        assertThat(failure.at("/current/id")).isEqualTo(first.at("/data/id"));
    }

    @Test
    void aListHasStatisticsOverAllThatMatch() {
        String response = workspace.responseId();
        for (String score : List.of("1", "0.5", "0", "-1")) {
            post(workspace.service(), response, "\"score\": " + score).ok();
        }

        JsonNode page = workspace
                .lead()
                .get(REWARDS + "?limit=1&response_id=" + response)
                .ok();

        assertThat(page.path("count").asInt()).isEqualTo(1);
        assertThat(page.path("total").asInt()).isEqualTo(4);
        assertThat(page.at("/data/0/score").asDouble()).as("the newest").isEqualTo(-1);
        assertThat(page.at("/data/0/responses/id").asText()).isEqualTo(response);
        JsonNode stats = page.path("stats");
        assertThat(stats.path("total_rewards").asInt()).isEqualTo(4);
        assertThat(stats.path("avg_score").asDouble()).isEqualTo(0.125);
        assertThat(stats.path("max_score").asDouble()).isEqualTo(1);
        assertThat(stats.path("min_score").asDouble()).isEqualTo(-1);
        assertThat(stats.at("/score_distribution/positive").asInt()).isEqualTo(2);
        assertThat(stats.at("/score_distribution/negative").asInt()).isEqualTo(1);
        assertThat(stats.at("/score_distribution/neutral").asInt()).isEqualTo(1);
    }

    @Test
    void everyFilterFindsItsOwn() {
        String model = "m-" + UUID.randomUUID();
        String response =
                workspace.response(Map.of("model_id", model)).path("id").asText();
        JsonNode made =
                post(workspace.annotator(), response, "\"score\": 0.5").ok().path("data");
        post(workspace.service(), response, "\"score\": -0.5").ok();
        String all = REWARDS + "?response_id=" + response;

        assertThat(total(all)).isEqualTo(2);
        assertThat(total(all + "&min_score=0.5")).isEqualTo(1);
        assertThat(total(all + "&max_score=-0.5")).isEqualTo(1);
        assertThat(total(all + "&min_score=-1&max_score=1")).isEqualTo(2);
        assertThat(total(all + "&reviewer_id=" + made.path("reviewer_id").asText()))
                .isEqualTo(1);
        assertThat(total(REWARDS + "?model_id=" + model)).isEqualTo(2);
        assertThat(total(all + "&since=2020-01-01")).isEqualTo(2);
        assertThat(total(all + "&since=2999-01-01T00:00:00Z")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "response_id=1",
                "min_score=x",
                "max_score=NaN",
                "reviewer_id=me",
                "since=yesterday",
                "since=2026-02-30"
            })
    void aFilterThatCannotBeIsRefused(String query) {
        TestApi.Answer answer = workspace.lead().get(REWARDS + "?" + query);
        Expect.failure(answer, 400, "invalid_" + query.substring(0, query.indexOf('=')));
    }

    @Test
    void anAnnotatorSeesOnlyTheirOwn() {
        String response = workspace.responseId();
        post(workspace.annotator(), response, "\"score\": 0.5").ok();
        post(workspace.otherAnnotator(), response, "\"score\": -0.5").ok();

        JsonNode seen =
                workspace.annotator().get(REWARDS + "?response_id=" + response).ok();

        assertThat(seen.path("total").asInt()).isEqualTo(1);
        assertThat(seen.at("/stats/avg_score").asDouble()).isEqualTo(0.5);
    }

    @Test
    void aChangeKeepsTheFormerValueAndTellsWhoeverWasSlower() {
        String id = post(workspace.annotator(), "\"score\": 0.5, \"comment\": \"good\"")
                .ok()
                .at("/data/id")
                .asText();
        String one = REWARDS + "?id=" + id;

        JsonNode changed = put(workspace.annotator(), one, "{\"score\": -0.5, \"quality\": 2}", "1")
                .ok()
                .path("data");
        assertThat(changed.path("revision").asInt()).isEqualTo(2);
        assertThat(changed.path("comment").asText())
                .as("what is not named stays")
                .isEqualTo("good");
        JsonNode failure =
                Expect.failure(put(workspace.annotator(), one, "{\"score\": 0}", "\"1\""), 409, "revision_conflict");
        assertThat(failure.at("/current/score").asDouble()).isEqualTo(-0.5);
        Expect.failure(put(workspace.annotator(), one, "{\"score\": 0}", "one"), 400, "invalid_if_match");

        JsonNode history =
                workspace.annotator().get(REWARDS + "/history?id=" + id).ok();
        assertThat(history.path("total").asInt()).isEqualTo(1);
        assertThat(history.at("/data/0/former/score").asDouble()).isEqualTo(0.5);
    }

    @Test
    void aChangeSentAgainUnderItsKeyIsMadeOnceAndIsNoConflict() {
        String id = post(workspace.annotator(), "\"score\": 0.5")
                .ok()
                .at("/data/id")
                .asText();
        String one = REWARDS + "?id=" + id;
        Map<String, String> headers = Map.of("If-Match", "1", "Idempotency-Key", "change of " + id);

        JsonNode first = workspace
                .annotator()
                .send("PUT", one, "{\"score\": -1}", headers)
                .ok();
        workspace.annotator().put(one, "{\"score\": 1}").ok();
        JsonNode again = workspace
                .annotator()
                .send("PUT", one, "{\"score\": -1}", headers)
                .ok();

        assertThat(again).isEqualTo(first);
        assertThat(workspace
                        .annotator()
                        .get(REWARDS + "/history?id=" + id)
                        .ok()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        Expect.failure(
                workspace
                        .annotator()
                        .send(
                                "PUT",
                                one,
                                "{\"score\": -1}",
                                Map.of("If-Match", "3", "Idempotency-Key", "change of " + id)),
                409,
                "idempotency_key_reused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"response_id", "reviewer_id", "revision", "source", "id", "created_at", "lease_token"})
    void noOtherFieldIsWrittenThrough(String field) {
        String id = post(workspace.annotator(), "\"score\": 0.5")
                .ok()
                .at("/data/id")
                .asText();

        Expect.failure(
                workspace.annotator().put(REWARDS + "?id=" + id, "{\"%s\": 1}".formatted(field)), 400, "unknown_field");
    }

    @Test
    void aChangeIsCheckedLikeANewReward() {
        String id = post(workspace.annotator(), "\"score\": 0.5")
                .ok()
                .at("/data/id")
                .asText();
        String one = REWARDS + "?id=" + id;

        Expect.failure(workspace.annotator().put(one, "{\"score\": 2}"), 400, "score_out_of_range");
        Expect.failure(workspace.annotator().put(one, "{\"score\": null}"), 400, "invalid_score");
        Expect.failure(workspace.annotator().put(one, "[]"), 400, "invalid_body");
        Expect.failure(workspace.otherAnnotator().put(one, "{\"score\": 1}"), 404, "reward_not_found");
        assertThat(workspace
                        .lead()
                        .put(one, "{\"comment\": null, \"score\": 1}")
                        .ok()
                        .at("/data/score")
                        .asDouble())
                .isEqualTo(1);
    }

    @Test
    void aLeadOrAPipelineDeletesAndAnAnnotatorDoesNot() {
        String id = post(workspace.annotator(), "\"score\": 0.5")
                .ok()
                .at("/data/id")
                .asText();
        String other = post(workspace.annotator(), "\"score\": 0.5")
                .ok()
                .at("/data/id")
                .asText();

        Expect.failure(workspace.annotator().delete(REWARDS + "?id=" + id), 403, "not_a_lead");
        assertThat(workspace
                        .lead()
                        .delete(REWARDS + "?id=" + id)
                        .ok()
                        .at("/data/id")
                        .asText())
                .isEqualTo(id);
        workspace.service().delete(REWARDS + "?id=" + other).ok();
        Expect.failure(workspace.lead().delete(REWARDS + "?id=" + id), 404, "reward_not_found");
        Expect.failure(workspace.lead().delete(REWARDS), 400, "invalid_id");
    }

    @Test
    void aTypeThatIsChangedAloneLeavesTheScore() {
        String id = workspace
                .annotator()
                .post(
                        REWARDS,
                        TestApi.json(
                                Map.of("response_id", workspace.responseId(), "feedback_type", "like", "quality", 4)))
                .ok()
                .at("/data/id")
                .asText();

        JsonNode after = workspace
                .annotator()
                .put(REWARDS + "?id=" + id, "{\"feedback_type\": \"dislike\", \"quality\": 1}")
                .ok()
                .path("data");

        assertThat(after.path("score").asDouble()).isEqualTo(0.7);
        assertThat(after.path("feedback_type").asText()).isEqualTo("dislike");
    }

    @Test
    void whatAnOlderPipelineSendsBesidesIsLeftAside() {
        JsonNode made = workspace
                .annotator()
                .post(REWARDS, TestApi.json(Map.of("response_id", workspace.responseId(), "score", 0.5, "rater", "x")))
                .ok()
                .path("data");

        assertThat(made.path("score").asDouble()).isEqualTo(0.5);
        assertThat(made.has("rater")).isFalse();
    }

    private int total(String path) {
        return workspace.lead().get(path).ok().path("total").asInt();
    }

    private TestApi.Answer post(TestApi caller, String fields) {
        return post(caller, workspace.responseId(), fields);
    }

    private static TestApi.Answer post(TestApi caller, String response, String fields) {
        return caller.post(REWARDS, "{\"response_id\": \"%s\", %s}".formatted(response, fields));
    }

    private static TestApi.Answer put(TestApi caller, String path, String body, String revision) {
        return caller.send("PUT", path, body, Map.of("If-Match", revision));
    }
}

package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static dev.rewarddesk.contract.Workspace.REWARDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The review queue over HTTP. Its rules one by one are in the tests of the SQL. */
@OnEveryStore
final class QueueContractTest {

    private static final String QUEUE = RESPONSES + "/queue";

    private final Workspace workspace;
    private TestApi reviewer;

    QueueContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
        this.reviewer = workspace.signedOut();
    }

    @BeforeEach
    void takeWhatOtherTestsLeftOutOfTheQueue() {
        reviewer = workspace.newAnnotator();
        JsonNode pending;
        do {
            pending = workspace
                    .lead()
                    .get(RESPONSES + "?status=pending&limit=1000")
                    .ok();
            for (JsonNode response : pending.path("data")) {
                workspace
                        .lead()
                        .post(QUEUE + "/flag", flag(response.path("id").asText(), "other"))
                        .ok();
            }
        } while (pending.path("count").asInt() > 0);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "|{}|, false",
                "|{\"sensitive\":true}|, true",
                "|{\"nsfw\":true}|, true",
                "|{\"sensitive\":\"true\",\"nsfw\":1}|, false"
            })
    void anItemSaysWhetherItsImageIsMarkedAsSensitive(String metadata, boolean sensitive) throws IOException {
        String image = workspace
                .service()
                .upload("a.png", "image/png", Pictures.random("png"), Map.of("metadata", metadata))
                .ok()
                .path("imageId")
                .asText();
        workspace.response(Map.of("image_id", image));

        JsonNode item = reviewer.post(QUEUE + "/claim", "{\"n\": 1}").ok().at("/data/0/image/sensitive");

        assertThat(item.isBoolean()).isTrue();
        assertThat(item.asBoolean()).isEqualTo(sensitive);
    }

    @Test
    void whatWaitsIsSeenWithoutTakingIt() {
        workspace.responseId();

        TestApi.Answer answer = workspace.service().get(QUEUE + "/waiting?limit=1");

        JsonNode page = answer.ok();
        assertThat(page.path("data")).hasSize(1);
        assertThat(page.at("/data/0/status").asText()).isEqualTo("pending");
        assertThat(workspace.service().get(QUEUE + "/waiting?cursor=x").status())
                .isEqualTo(400);
    }

    @Test
    void anImageIsSensitiveOnceSomebodyElseHasFlaggedAnAnswerToItAsNotSafe() throws IOException {
        String image = workspace
                .service()
                .upload("a.png", "image/png", Pictures.random("png"), Map.of())
                .ok()
                .path("imageId")
                .asText();
        String flagged =
                workspace.response(Map.of("image_id", image)).path("id").asText();
        workspace.response(Map.of("image_id", image));
        workspace.annotator().post(QUEUE + "/flag", flag(flagged, "not_safe")).ok();

        assertThat(reviewer.post(QUEUE + "/claim", "{\"n\": 1}")
                        .ok()
                        .at("/data/0/image/sensitive")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void anItemCarriesAllThatAReviewerNeeds() throws IOException {
        byte[] picture = Pictures.random("png");
        String image = workspace
                .service()
                .upload("a.png", "image/png", picture, Map.of())
                .ok()
                .path("imageId")
                .asText();
        String response =
                workspace.response(Map.of("image_id", image)).path("id").asText();

        JsonNode answer = reviewer.post(QUEUE + "/claim", "{\"n\": 1}").ok();

        JsonNode item = answer.at("/data/0");
        assertThat(answer.path("count").asInt()).isEqualTo(1);
        assertThat(answer.at("/stats/left").asInt()).isEqualTo(1);
        assertThat(item.at("/response/id").asText()).isEqualTo(response);
        assertThat(item.at("/response/prompt").asText()).isEqualTo("What is it?");
        assertThat(item.at("/image/id").asText()).isEqualTo(image);
        assertThat(item.at("/image/width").asInt()).isEqualTo(24);
        assertThat(item.at("/lease/token").asText()).hasSize(36);
        assertThat(item.at("/lease/expires_at").asText()).contains("T");
        TestApi.Answer fetched = workspace.open(
                workspace.caller(null, null), item.at("/image/signed_url").asText());
        assertThat(fetched.status()).isEqualTo(200);
        assertThat(fetched.bytes()).as("fetched without a token").isEqualTo(picture);
        assertThat(fetched.header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void anItemWithoutAnImageSaysSo() {
        workspace.responseId();

        assertThat(reviewer.post(QUEUE + "/claim", "{}")
                        .ok()
                        .at("/data/0/image")
                        .isNull())
                .isTrue();
    }

    @Test
    void claimScoreAndGoOn() {
        String first = workspace.responseId();
        String second = workspace.responseId();

        JsonNode item = reviewer.post(QUEUE + "/claim", "{\"n\": 1}").ok().at("/data/0");
        assertThat(item.at("/response/id").asText()).isEqualTo(first);
        JsonNode reward = reviewer.post(
                        REWARDS,
                        TestApi.json(Map.of(
                                "response_id",
                                first,
                                "score",
                                0.25,
                                "lease_token",
                                item.at("/lease/token").asText())))
                .ok();
        assertThat(reward.at("/data/score").asDouble()).isEqualTo(0.25);

        assertThat(reviewer.post(QUEUE + "/claim", "{\"n\": 1}")
                        .ok()
                        .at("/data/0/response/id")
                        .asText())
                .isEqualTo(second);
        JsonNode progress = reviewer.get(QUEUE).ok().path("data");
        assertThat(progress.path("done").asInt()).isEqualTo(1);
        assertThat(progress.path("left").asInt()).isEqualTo(1);
    }

    @Test
    void heartbeatReleaseAndSkip() {
        workspace.responseId();
        workspace.responseId();
        JsonNode hand = reviewer.post(QUEUE + "/claim", "{\"n\": 2}").ok().path("data");
        String token = hand.at("/0/lease/token").asText();
        String lost = UUID.randomUUID().toString();

        JsonNode renewed = reviewer.post(QUEUE + "/heartbeat", TestApi.json(Map.of("tokens", List.of(token, lost))))
                .ok();
        assertThat(renewed.at("/data/0/token").asText()).isEqualTo(token);
        assertThat(renewed.at("/lost/0").asText()).isEqualTo(lost);

        JsonNode released = reviewer.post(QUEUE + "/release", TestApi.json(Map.of("tokens", List.of(token))))
                .ok();
        assertThat(released.path("count").asInt()).isEqualTo(1);

        reviewer.post(
                        QUEUE + "/skip",
                        TestApi.json(Map.of(
                                "response_id", hand.at("/1/response/id").asText(),
                                "lease_token", hand.at("/1/lease/token").asText(),
                                "reason", "unsure")))
                .ok();
        JsonNode again = reviewer.post(QUEUE + "/claim", "{\"n\": 2}").ok().path("data");
        assertThat(again.at("/0/response/id")).isEqualTo(hand.at("/0/response/id"));
        assertThat(again.at("/1/skipped").asBoolean()).isTrue();
    }

    @Test
    void aFlagTakesAResponseOutOfTheQueue() {
        String response = workspace.responseId();

        JsonNode flag =
                reviewer.post(QUEUE + "/flag", flag(response, "broken_image")).ok();

        assertThat(flag.at("/data/reason").asText()).isEqualTo("broken_image");
        assertThat(reviewer.post(QUEUE + "/claim", "{}").ok().path("data")).isEmpty();
        assertThat(workspace
                        .lead()
                        .get(RESPONSES + "?status=flagged&limit=1")
                        .ok()
                        .at("/data/0/id")
                        .asText())
                .isEqualTo(response);
    }

    @Test
    void aFlagUnderAnIdIsRaisedOnceHoweverOftenItIsSent() {
        String response = workspace.responseId();
        String id = UUID.randomUUID().toString();
        String body = TestApi.json(Map.of("id", id, "response_id", response, "reason", "other"));

        JsonNode first = reviewer.post(QUEUE + "/flag", body).ok();

        assertThat(first.at("/data/id").asText()).isEqualTo(id);
        assertThat(reviewer.post(QUEUE + "/flag", body).ok()).isEqualTo(first);
        Expect.failure(workspace.newAnnotator().post(QUEUE + "/flag", body), 409, "id_taken");
    }

    @Test
    void whatAColleagueTookIsLost() {
        String response = workspace.responseId();
        TestApi colleague = workspace.newAnnotator();
        String mine = reviewer.post(QUEUE + "/claim", "{}")
                .ok()
                .at("/data/0/lease/token")
                .asText();
        reviewer.post(QUEUE + "/release", TestApi.json(Map.of("tokens", List.of(mine))))
                .ok();
        colleague.post(QUEUE + "/claim", "{}").ok();

        for (String route : List.of(REWARDS, QUEUE + "/skip", QUEUE + "/flag")) {
            Map<String, Object> more = route.equals(REWARDS) ? Map.of("score", 1) : Map.of("reason", "other");
            Map<String, Object> body = new HashMap<>(Map.of("response_id", response, "lease_token", mine));
            body.putAll(more);
            Expect.failure(reviewer.post(route, TestApi.json(body)), 409, "lease_lost");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "claim | {\"n\": 0} | n_out_of_range",
                "claim | {\"n\": 51} | n_out_of_range",
                "claim | {\"n\": \"2\"} | invalid_n",
                "claim | {\"count\": 2} | unknown_field",
                "claim | [] | invalid_body",
                "heartbeat | {} | invalid_tokens",
                "heartbeat | {\"tokens\": [1]} | invalid_tokens",
                "release | {\"tokens\": \"x\"} | invalid_tokens",
                "skip | {} | invalid_response_id",
                "skip | {\"response_id\": \"x\"} | invalid_response_id",
                "flag | {\"reason\": \"ugly\"} | invalid_reason",
                "flag | {} | invalid_reason"
            })
    void aBadRequestIsNamed(String route, String body, String code) {
        Expect.failure(reviewer.post(QUEUE + "/" + route, body), 400, code);
    }

    @Test
    void whatIsNotThereCannotBeSkippedOrFlagged() {
        String nothing = UUID.randomUUID().toString();
        Expect.failure(
                reviewer.post(QUEUE + "/skip", TestApi.json(Map.of("response_id", nothing))),
                404,
                "response_not_found");
        Expect.failure(reviewer.post(QUEUE + "/flag", flag(nothing, "other")), 404, "response_not_found");
    }

    @Test
    void aPipelineHasNoQueue() {
        Expect.failure(workspace.service().post(QUEUE + "/claim", "{}"), 403, "not_a_person");
        Expect.failure(workspace.service().get(QUEUE), 403, "not_a_person");
    }

    private static String flag(String response, String reason) {
        return TestApi.json(Map.of("response_id", response, "reason", reason));
    }
}

package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static dev.rewarddesk.contract.Workspace.REWARDS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Looking through responses and rewards, and dealing with what is found. */
@OnEveryStore
final class LibraryContractTest {

    private final Workspace workspace;

    LibraryContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    private final String session = "session-" + UUID.randomUUID();

    @Test
    void wordsAreFoundAnywhereAndMeanThemselves() {
        String mark = UUID.randomUUID().toString();
        String id = workspace
                .response(Map.of("prompt", "Is 100% of " + mark + " here?"))
                .path("id")
                .asText();
        workspace.response(Map.of("prompt", "Is 100 of " + mark + " here?"));

        assertThat(ids(workspace.annotator().get(RESPONSES + "?q=100%25%20of%20" + mark)))
                .containsExactly(id);
        assertThat(ids(workspace.annotator().get(RESPONSES + "?q=" + mark.toUpperCase(Locale.ROOT))))
                .hasSize(2);
    }

    @Test
    void aBoundedCountIsExactWhereItIsSmall() {
        inSession(3);

        JsonNode page = workspace
                .lead()
                .get(RESPONSES + "?count=bounded&limit=2&session_id=" + session)
                .ok();

        assertThat(page.path("total").asInt()).isEqualTo(3);
        assertThat(page.path("count").asInt()).isEqualTo(2);
        JsonNode rewards =
                workspace.lead().get(REWARDS + "?count=bounded&limit=1").ok();
        assertThat(rewards.path("stats").isNull()).isTrue();
        assertThat(rewards.path("total").isNumber()).isTrue();
    }

    @Test
    void detailsAreWhatTheCallerMaySee() {
        String id = inSession(1).getFirst();
        reward(workspace.annotator(), id, 0.5);
        reward(workspace.otherAnnotator(), id, -0.5);
        workspace
                .annotator()
                .post(
                        RESPONSES + "/queue/flag",
                        TestApi.json(Map.of("response_id", id, "reason", "other", "comment", "odd")))
                .ok();

        JsonNode own = detailed(workspace.annotator(), id);
        JsonNode other = detailed(workspace.otherAnnotator(), id);
        JsonNode lead = detailed(workspace.lead(), id);

        assertThat(own.path("reward_count").asInt()).isEqualTo(1);
        assertThat(own.path("mean_score").asDouble()).isEqualTo(0.5);
        assertThat(own.at("/own_reward/score").asDouble()).isEqualTo(0.5);
        assertThat(own.at("/flags/0/comment").asText()).isEqualTo("odd");
        assertThat(other.path("flags")).isEmpty();
        assertThat(other.at("/own_reward/score").asDouble()).isEqualTo(-0.5);
        assertThat(lead.path("reward_count").asInt()).isEqualTo(2);
        assertThat(lead.path("own_reward").isNull()).isTrue();
        assertThat(lead.at("/flags/0/reviewer_name").asText()).isEqualTo("annotator");
    }

    @Test
    void aCategoryIsThatOfTheImage() throws IOException {
        String category = "cat-" + UUID.randomUUID();
        String image = workspace
                .service()
                .upload("a.png", "image/png", Pictures.random("png"), Map.of("category", category))
                .ok()
                .path("imageId")
                .asText();
        String id = workspace
                .response(Map.of("image_id", image, "session_id", session))
                .path("id")
                .asText();
        reward(workspace.annotator(), id, 0.25);

        assertThat(ids(workspace.annotator().get(RESPONSES + "?category=" + category)))
                .containsExactly(id);
        JsonNode row = detailed(workspace.annotator(), id);
        String thumbnail = row.at("/image/thumbnail_url").asText();
        assertThat(workspace
                        .open(workspace.caller(null, null), thumbnail + "&width=32&height=32")
                        .status())
                .isEqualTo(200);
        JsonNode rewards = workspace
                .lead()
                .get(REWARDS + "?details=true&category=" + category)
                .ok();
        assertThat(rewards.at("/data/0/image/category").asText()).isEqualTo(category);
        assertThat(rewards.at("/data/0/reviewer_name").asText()).isEqualTo("annotator");
        JsonNode facets = workspace.annotator().get(RESPONSES + "/facets").ok().path("data");
        assertThat(facets.path("models")).isNotEmpty();
        assertThat(facets.path("reviewers")).isEmpty();
        assertThat(workspace.lead().get(RESPONSES + "/facets").ok().at("/data/reviewers"))
                .isNotEmpty();
    }

    @Test
    void noRowIsTwiceOrMissingWhileOthersAreAdded() {
        Set<String> before = new HashSet<>(inSession(7));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = workspace
                    .lead()
                    .get(RESPONSES + "?limit=2&count=bounded&session_id=" + session + cursor)
                    .ok();
            page.path("data").forEach(row -> seen.add(row.path("id").asText()));
            cursor = page.path("next_cursor").isTextual()
                    ? "&cursor=" + page.path("next_cursor").asText()
                    : "";
            inSession(1);
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(before);
    }

    @ParameterizedTest
    @CsvSource({
        "rft-responses, count=all, invalid_count",
        "rft-responses, details=1, invalid_details",
        "rft-responses, id=x, invalid_id",
        "rft-rewards, feedback_type=meh, invalid_feedback_type",
        "rft-rewards, until=soon, invalid_until",
        "rft-rewards, count=all, invalid_count"
    })
    void aFilterThatMeansNothingIsRefused(String list, String query, String code) {
        Expect.failure(workspace.lead().get("/functions/v1/" + list + "?" + query), 400, code);
    }

    @Test
    void aSkippedItemIsTakenInHandAgain() {
        String id = workspace.responseId();
        TestApi annotator = workspace.newAnnotator();
        annotator
                .post(RESPONSES + "/queue/skip", TestApi.json(Map.of("response_id", id)))
                .ok();

        JsonNode item = take(annotator, id).ok().at("/data/0");

        assertThat(item.at("/response/id").asText()).isEqualTo(id);
        assertThat(item.path("skipped").asBoolean()).isFalse();
        assertThat(take(annotator, id).ok().at("/data/0/lease/token"))
                .as("taking it twice is taking it once")
                .isEqualTo(item.at("/lease/token"));
        Expect.failure(take(workspace.otherAnnotator(), id), 409, "held_by_others");
        reward(annotator, id, 1);
        Expect.failure(take(annotator, id), 409, "already_rewarded");
        Expect.failure(take(workspace.otherAnnotator(), id), 409, "already_reviewed");
        Expect.failure(take(annotator, UUID.randomUUID().toString()), 404, "response_not_found");
        Expect.failure(
                annotator.post(RESPONSES + "/queue/claim", TestApi.json(Map.of("response_id", id, "n", 2))),
                400,
                "invalid_n");
    }

    @Test
    void aFlagIsTakenAwayByWhoSetItOrByALead() {
        String id = workspace.responseId();
        flag(workspace.annotator(), id);
        flag(workspace.otherAnnotator(), id);
        Expect.failure(take(workspace.lead(), id), 409, "flagged");

        assertThat(unflag(workspace.annotator(), id).ok().at("/data/status").asText())
                .as("another flag is left")
                .isEqualTo("flagged");
        Expect.failure(unflag(workspace.annotator(), id), 404, "flag_not_found");
        assertThat(unflag(workspace.lead(), id).ok().at("/data/status").asText())
                .isEqualTo("pending");
        Expect.failure(unflag(workspace.lead(), id), 404, "flag_not_found");
    }

    @Test
    void aResponseIsDeletedByALeadWithItsRewards() {
        String id = workspace.responseId();
        reward(workspace.annotator(), id, 0.5);
        Expect.failure(workspace.annotator().delete(RESPONSES + "?id=" + id), 403, "not_a_lead");

        workspace.lead().delete(RESPONSES + "?id=" + id).ok();

        assertThat(ids(workspace.lead().get(REWARDS + "?response_id=" + id))).isEmpty();
        Expect.failure(workspace.lead().delete(RESPONSES + "?id=" + id), 404, "response_not_found");
    }

    private List<String> inSession(int count) {
        List<String> made = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            made.add(workspace
                    .response(Map.of("metadata", Map.of("session_id", session)))
                    .path("id")
                    .asText());
        }
        return made;
    }

    private static void reward(TestApi reviewer, String response, double score) {
        reviewer.post(REWARDS, TestApi.json(Map.of("response_id", response, "score", score)))
                .ok();
    }

    private static void flag(TestApi reviewer, String response) {
        reviewer.post(RESPONSES + "/queue/flag", TestApi.json(Map.of("response_id", response, "reason", "other")))
                .ok();
    }

    private static TestApi.Answer unflag(TestApi caller, String response) {
        return caller.delete(RESPONSES + "/queue/flag?response_id=" + response);
    }

    private static TestApi.Answer take(TestApi reviewer, String response) {
        return reviewer.post(RESPONSES + "/queue/claim", TestApi.json(Map.of("response_id", response)));
    }

    @Test
    void numbersInMetadataComeBackAsTheyWereSent() throws IOException {
        String image = workspace
                .service()
                .upload("a.png", "image/png", Pictures.random("png"), Map.of())
                .ok()
                .path("imageId")
                .asText();
        String numbers = "[12345678901234567890, 1234567890123456789, 0.1, 1.0, 1e20]";
        String id = workspace
                .service()
                .post(
                        RESPONSES,
                        "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\", \"image_id\": \"%s\", \"metadata\": {\"n\": %s}}"
                                .formatted(image, numbers))
                .ok()
                .at("/data/id")
                .asText();

        String answer = workspace
                .lead()
                .get(RESPONSES + "?details=true&id=" + id)
                .text()
                .replace(" ", "");

        assertThat(answer).contains("\"n\":[12345678901234567890,1234567890123456789,0.1,1.0,100000000000000000000]");
    }

    private static JsonNode detailed(TestApi caller, String id) {
        return caller.get(RESPONSES + "?details=true&id=" + id).ok().at("/data/0");
    }

    private static List<String> ids(TestApi.Answer answer) {
        List<String> ids = new ArrayList<>();
        answer.ok().path("data").forEach(row -> ids.add(row.path("id").asText()));
        return ids;
    }
}

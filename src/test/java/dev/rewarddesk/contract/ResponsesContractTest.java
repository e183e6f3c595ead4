package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rft-responses}: what pipelines send and find again. */
@OnEveryMouth
final class ResponsesContractTest {

    private final Workspace workspace;

    ResponsesContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @Test
    void aResponseNeedsThreeFieldsAndHasDefaultsForTheRest() {
        JsonNode made = workspace
                .service()
                .post(RESPONSES, "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\"}")
                .ok()
                .path("data");

        assertThat(made.path("id").asText()).hasSize(36);
        assertThat(made.path("model_id").asText()).isEqualTo("default");
        assertThat(made.path("metadata").isObject()).isTrue();
        assertThat(made.path("metadata")).isEmpty();
        assertThat(made.path("status").asText()).isEqualTo("pending");
        assertThat(made.path("created_at").asText()).contains("T");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "user_id | null | invalid_user_id",
                "user_id | '\"  \"' | invalid_user_id",
                "user_id | 7 | invalid_user_id",
                "prompt | null | invalid_prompt",
                "prompt | '\"\"' | invalid_prompt",
                "prompt | [] | invalid_prompt",
                "response_text | null | invalid_response_text",
                "response_text | {} | invalid_response_text",
                "model_id | 5 | invalid_model_id",
                "metadata | '\"text\"' | invalid_metadata",
                "metadata | [] | invalid_metadata",
                "image_id | 1 | invalid_image_id",
                "image_id | '\"cat\"' | invalid_image_id"
            })
    void aBadFieldIsNamed(String field, String value, String code) {
        String body =
                "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\", \"%s\": %s}".formatted(field, value);

        JsonNode failure = Expect.failure(workspace.service().post(RESPONSES, body), 400, code);

        assertThat(failure.path("field").asText()).isEqualTo(field);
    }

    @Test
    void anAnnotatorSendsNoResponses() {
        Expect.failure(
                workspace
                        .annotator()
                        .post(RESPONSES, "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\"}"),
                403,
                "not_a_lead");
    }

    @Test
    void anImageIsLinkedFromMetadataOrTheTopLevel() throws IOException {
        String image = workspace
                .service()
                .upload("a.png", "image/png", Pictures.random("png"), Map.of())
                .ok()
                .path("imageId")
                .asText();

        assertThat(workspace
                        .response(Map.of("metadata", Map.of("image_id", image)))
                        .path("image_id")
                        .asText())
                .isEqualTo(image);
        assertThat(workspace
                        .response(Map.of("image_id", image))
                        .path("image_id")
                        .asText())
                .isEqualTo(image);
        assertThat(workspace
                        .service()
                        .get(RESPONSES + "?image_id=" + image)
                        .ok()
                        .path("total")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anImageThatIsNotThereIsAnErrorAtTheTopLevelAndPlainDataInMetadata() {
        String nobody = UUID.randomUUID().toString();
        JsonNode made = workspace.response(Map.of("metadata", Map.of("image_id", nobody)));

        assertThat(made.path("image_id").isNull()).isTrue();
        assertThat(made.at("/metadata/image_id").asText()).isEqualTo(nobody);
        Expect.failure(
                workspace
                        .service()
                        .post(
                                RESPONSES,
                                TestApi.json(Map.of(
                                        "user_id", "p", "prompt", "q", "response_text", "a", "image_id", nobody))),
                404,
                "image_not_found");
    }

    @Test
    void everyFilterFindsItsOwn() {
        String mark = UUID.randomUUID().toString();
        JsonNode made = workspace.response(Map.of(
                "user_id",
                "u" + mark,
                "model_id",
                "m" + mark,
                "prompt",
                "100% of " + mark,
                "metadata",
                Map.of("session_id", "s" + mark)));

        for (String query : List.of(
                "user_id=u" + mark,
                "model_id=m" + mark,
                "session_id=s" + mark,
                "q=100%25%20OF%20" + mark,
                "user_id=u" + mark + "&model_id=m" + mark + "&status=pending")) {
            JsonNode found = workspace.lead().get(RESPONSES + "?" + query).ok();
            assertThat(found.path("total").asInt()).as(query).isEqualTo(1);
            assertThat(found.at("/data/0/id").asText())
                    .isEqualTo(made.path("id").asText());
        }
        assertThat(workspace
                        .lead()
                        .get(RESPONSES + "?user_id=u" + mark + "&status=reviewed")
                        .ok()
                        .path("total")
                        .asInt())
                .isZero();
        // A percent sign is itself and no wildcard.
        assertThat(workspace
                        .lead()
                        .get(RESPONSES + "?q=1%25" + mark)
                        .ok()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"image_id=cat", "status=done", "image_id="})
    void aFilterThatCannotBeIsRefused(String query) {
        assertThat(workspace.service().get(RESPONSES + "?" + query).status()).isEqualTo(400);
    }

    @Test
    void aResponseIsChangedInItsNamedFields() {
        String id = workspace.responseId();

        JsonNode changed = workspace
                .lead()
                .put(
                        RESPONSES + "?id=" + id,
                        "{\"prompt\": \"p2\", \"response_text\": \"r2\", \"model_id\": \"m2\", \"metadata\": {\"a\": 1}}")
                .ok()
                .path("data");

        assertThat(changed.path("prompt").asText()).isEqualTo("p2");
        assertThat(changed.path("response_text").asText()).isEqualTo("r2");
        assertThat(changed.path("model_id").asText()).isEqualTo("m2");
        assertThat(changed.at("/metadata/a").asInt()).isEqualTo(1);
        assertThat(workspace
                        .lead()
                        .put(RESPONSES + "?id=" + id, "{\"prompt\": \"p3\"}")
                        .ok()
                        .at("/data/response_text")
                        .asText())
                .as("what is not named stays")
                .isEqualTo("r2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user_id", "status", "review_count", "id", "created_at", "image_id", "priority"})
    void noOtherFieldIsWrittenThrough(String field) {
        String id = workspace.responseId();

        JsonNode failure = Expect.failure(
                workspace.lead().put(RESPONSES + "?id=" + id, "{\"prompt\": \"p2\", \"%s\": 1}".formatted(field)),
                400,
                "unknown_field");

        assertThat(failure.path("field").asText()).isEqualTo(field);
    }

    @Test
    void aChangeNeedsTheIdOfSomethingThere() {
        Expect.failure(workspace.lead().put(RESPONSES, "{\"prompt\": \"x\"}"), 400, "invalid_id");
        Expect.failure(workspace.lead().put(RESPONSES + "?id=7", "{\"prompt\": \"x\"}"), 400, "invalid_id");
        Expect.failure(
                workspace.lead().put(RESPONSES + "?id=" + UUID.randomUUID(), "{\"prompt\": \"x\"}"),
                404,
                "response_not_found");
        Expect.failure(
                workspace.lead().put(RESPONSES + "?id=" + workspace.responseId(), "{\"prompt\": null}"),
                400,
                "invalid_prompt");
        Expect.failure(
                workspace.annotator().put(RESPONSES + "?id=" + workspace.responseId(), "{\"prompt\": \"x\"}"),
                403,
                "not_a_lead");
    }

    @Test
    void theWorkspaceIsChangedByLeadsAsTheyHaveSeenIt() {
        String path = RESPONSES + "/workspace";
        String body = "{\"guidelines\": \"Look twice.\"}";
        String seen = workspace.lead().get(path).ok().at("/data/revision").asText();

        Expect.failure(workspace.annotator().put(path, body), 403, "not_a_lead");
        Expect.failure(
                workspace.lead().send("PUT", path, body, Map.of("If-Match", "\"soon\"")), 400, "invalid_if_match");
        assertThat(workspace
                        .lead()
                        .send("PUT", path, body, Map.of("If-Match", '"' + seen + '"'))
                        .ok()
                        .at("/data/guidelines")
                        .asText())
                .isEqualTo("Look twice.");
        Expect.failure(
                workspace.lead().send("PUT", path, body, Map.of("If-Match", '"' + seen + '"')),
                409,
                "workspace_changed");
    }
}

package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.RESPONSES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestApi;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies and parameters, good and bad. */
@OnEveryMouth
final class BodiesContractTest {

    private final Workspace workspace;

    BodiesContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @Test
    void headIsGetWithoutABody() {
        TestApi.Answer head = workspace.service().send("HEAD", RESPONSES, null, Map.of());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void malformedJsonIsRefusedWithItsPlace() {
        TestApi.Answer answer = workspace.service().post(RESPONSES, "{\n  \"user_id\": \"p\",\n  oops\n}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo("invalid_json");
        assertThat(answer.json().get("error").asText()).contains("line 3, column");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "1",
                "\"x\"",
                "{",
                "{}x",
                "{\"a\":NaN}",
                "{\"a\":1e999999}",
                "{\"a\":\"\\u0000\"}",
                "{\"user_id\":\"\\ud800\",\"prompt\":\"p\",\"response_text\":\"r\"}",
                "{'a':1}",
                "// x\n{}"
            })
    void whatIsNoGoodBodyIs400(String body) {
        TestApi.Answer answer = workspace.service().post(RESPONSES, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().get("success").asBoolean(true)).isFalse();
    }

    @Test
    void bodiesOfAnyDepthOrSizeAreRefusedAndDoNoHarm() {
        assertThat(workspace.service().post(RESPONSES, "[".repeat(100_000)).status())
                .isEqualTo(400);
        assertThat(workspace
                        .service()
                        .post(RESPONSES, "{\"a\":".repeat(400) + "1" + "}".repeat(400))
                        .status())
                .isEqualTo(400);
        assertThat(workspace
                        .service()
                        .post(RESPONSES, "{\"metadata\":{\"x\":" + "9".repeat(5000) + "}}")
                        .status())
                .isEqualTo(400);
        TestApi.Answer large = workspace.service().post(RESPONSES, "\"" + "x".repeat(5 * 1024 * 1024) + "\"");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.code()).isEqualTo("body_too_large");
    }

    @Test
    void otherTypesThanJsonAre415AndAnAbsentOneIsAccepted() {
        byte[] body = "{\"user_id\":\"p\",\"prompt\":\"p\",\"response_text\":\"r\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(workspace
                        .service()
                        .sendBytes("POST", RESPONSES, body, Map.of("Content-Type", "text/plain"))
                        .status())
                .isEqualTo(415);
        assertThat(workspace
                        .service()
                        .sendBytes("POST", RESPONSES, body, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isEqualTo(415);
        assertThat(workspace
                        .service()
                        .sendBytes("POST", RESPONSES, body, Map.of())
                        .status())
                .isEqualTo(200);
        assertThat(workspace
                        .service()
                        .sendBytes("POST", RESPONSES, body, Map.of("Content-Type", "Application/JSON; charset=utf-8"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        byte[] latin = "{\"user_id\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(workspace
                        .service()
                        .sendBytes("POST", RESPONSES, latin, Map.of("Content-Type", "application/json"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=%00",
                "?limit=%ff",
                "?q=%00",
                "?limit=-1",
                "?limit=x",
                "?cursor=x",
                "?image_id=x",
                "?limit=99999999999999999999",
                "?offset=-1",
                "?status=x"
            })
    void badParametersAre400(String query) {
        TestApi.Answer answer = workspace.service().get(RESPONSES + query);

        assertThat(answer.status()).as(answer.text()).isIn(200, 400);
        assertThat(answer.json()).isNotNull();
    }

    @Test
    void whatCannotBeStoredIsToldInWordsForPeople() {
        for (String body : List.of(
                "{\"user_id\":\"a\\u0000\",\"prompt\":\"p\",\"response_text\":\"r\"}",
                "{\"user_id\":\"\\ud800\",\"prompt\":\"p\",\"response_text\":\"r\"}")) {
            TestApi.Answer answer = workspace.service().post(RESPONSES, body);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.code()).isEqualTo("invalid_text");
            assertThat(answer.json().get("error").asText()).contains("character that cannot be stored");
        }
        assertThat(workspace.service().get(RESPONSES + "?q=%00").code()).isEqualTo("invalid_text");
    }

    @Test
    void theParsersOwnWordsStayInside() {
        for (String body : List.of(
                "{",
                "{}{}",
                "{\"a\":NaN}",
                "{\"a\":" + "9".repeat(2000) + "}",
                "[".repeat(600),
                "{\"a\":1" + " ".repeat(10))) {
            TestApi.Answer answer = workspace.service().post(RESPONSES, body);
            assertThat(answer.code()).isEqualTo("invalid_json");
            assertThat(answer.json().get("error").asText())
                    .startsWith("The body is no valid JSON")
                    .endsWith(".")
                    .doesNotContain("`", "Feature", "Stream", "fasterxml", "REDACTED", "bound as");
        }
    }
}

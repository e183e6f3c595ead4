package dev.rewarddesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;

/** What the contract says of every answer. */
final class Expect {

    private Expect() {}

    /** A failure in the contract's form with this status and code, that shows nothing of the program. */
    static JsonNode failure(TestApi.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        JsonNode document = envelope(answer);
        assertThat(document.path("code").asText()).isEqualTo(code);
        return document;
    }

    /** A failure in the contract's form, whatever it is. */
    static JsonNode envelope(TestApi.Answer answer) {
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        JsonNode document = answer.json();
        assertThat(document.path("success").isBoolean()).as(answer.text()).isTrue();
        assertThat(document.path("success").asBoolean()).as(answer.text()).isFalse();
        assertThat(document.path("error").asText()).isNotBlank();
        assertThat(document.path("code").asText()).matches("[a-zA-Z_]+");
        assertThat(answer.text())
                .doesNotContain(
                        "\tat ",
                        "Exception",
                        "PL/pgSQL",
                        "org.postgresql",
                        "fasterxml",
                        "Feature",
                        "StreamRead",
                        "escape sequence",
                        "input syntax",
                        "byte sequence");
        return document;
    }
}

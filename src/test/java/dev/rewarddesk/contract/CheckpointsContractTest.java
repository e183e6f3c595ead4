package dev.rewarddesk.contract;

import static dev.rewarddesk.contract.Workspace.CHECKPOINTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rft-checkpoints}: recording, activating and rolling back. */
@OnEveryMouth
final class CheckpointsContractTest {

    private final Workspace workspace;

    CheckpointsContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @Test
    void aCheckpointNeedsTwoFieldsAndHasDefaultsForTheRest() {
        String version = version();
        JsonNode made =
                create(Map.of("version", version, "storage_key", "k/1")).ok().path("data");

        assertThat(made.path("version").asText()).isEqualTo(version);
        assertThat(made.path("epoch").asInt()).isZero();
        assertThat(made.path("avg_reward").asDouble()).isZero();
        assertThat(made.path("is_active").asBoolean()).isFalse();
        assertThat(made.path("url").isNull()).isTrue();
        assertThat(made.path("metadata")).isEmpty();
    }

    @Test
    void aVersionIsTakenOnce() {
        String version = version();
        create(Map.of("version", version, "storage_key", "k")).ok();

        Expect.failure(create(Map.of("version", version, "storage_key", "k")), 409, "version_taken");
        String other = checkpoint();
        Expect.failure(
                workspace.lead().put(CHECKPOINTS + "?id=" + other, "{\"version\": \"%s\"}".formatted(version)),
                409,
                "version_taken");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version | null | invalid_version", "version | 1 | invalid_version",
                        "version | '\" \"' | invalid_version",
                "storage_key | null | invalid_storage_key", "url | 5 | invalid_url", "epoch | -1 | epoch_out_of_range",
                "epoch | 1.5 | invalid_epoch", "epoch | 2147483648 | epoch_out_of_range",
                        "avg_reward | '\"1\"' | invalid_avg_reward",
                "is_active | '\"true\"' | invalid_is_active", "is_active | 1 | invalid_is_active",
                        "metadata | [] | invalid_metadata"
            })
    void aBadFieldIsNamed(String field, String value, String code) {
        String body = "{\"version\": \"%s\", \"storage_key\": \"k\", \"%s\": %s}".formatted(version(), field, value);

        Expect.failure(workspace.lead().post(CHECKPOINTS, body), 400, code);
    }

    @Test
    void anAnnotatorReadsAndWritesNot() {
        String id = checkpoint();
        String body = TestApi.json(Map.of("version", version(), "storage_key", "k"));

        assertThat(workspace.annotator().get(CHECKPOINTS).status()).isEqualTo(200);
        Expect.failure(workspace.annotator().post(CHECKPOINTS, body), 403, "not_a_lead");
        Expect.failure(
                workspace.annotator().put(CHECKPOINTS + "?id=" + id, "{\"is_active\": true}"), 403, "not_a_lead");
        Expect.failure(workspace.annotator().delete(CHECKPOINTS + "?id=" + id), 403, "not_a_lead");
        Expect.failure(workspace.annotator().post(CHECKPOINTS + "/rollback", "{}"), 403, "not_a_lead");
    }

    @Test
    void oneIsActiveAndIsFoundByItself() {
        String first = checkpoint();
        String second = checkpoint();
        activate(first, Map.of());
        activate(second, Map.of());

        JsonNode active =
                workspace.annotator().get(CHECKPOINTS + "?active_only=true").ok();

        assertThat(active.path("total").asInt()).isEqualTo(1);
        assertThat(active.at("/data/0/id").asText()).isEqualTo(second);
        assertThat(active.at("/stats/active_checkpoints").asInt()).isEqualTo(1);
        Expect.failure(workspace.lead().get(CHECKPOINTS + "?active_only=yes"), 400, "invalid_active_only");
    }

    @Test
    void oneMadeActiveTakesOver() {
        activate(checkpoint(), Map.of());

        String id = create(Map.of("version", version(), "storage_key", "k", "is_active", true, "reason", "new"))
                .ok()
                .at("/data/id")
                .asText();

        assertThat(active().path("id").asText()).isEqualTo(id);
    }

    @Test
    void statisticsAreOverAllThatMatch() {
        String version = version();
        create(Map.of("version", version, "storage_key", "k", "epoch", 7, "avg_reward", 0.75))
                .ok();

        JsonNode one = workspace.lead().get(CHECKPOINTS + "?version=" + version).ok();
        assertThat(one.at("/stats/total_checkpoints").asInt()).isEqualTo(1);
        assertThat(one.at("/stats/latest_epoch").asInt()).isEqualTo(7);
        assertThat(one.at("/stats/best_avg_reward").asDouble()).isEqualTo(0.75);
        assertThat(one.at("/stats/versions/0").asText()).isEqualTo(version);

        JsonNode page = workspace.lead().get(CHECKPOINTS + "?limit=1").ok();
        assertThat(page.path("count").asInt()).isEqualTo(1);
        assertThat(page.at("/stats/total_checkpoints").asInt())
                .isEqualTo(page.path("total").asInt());
        assertThat(page.at("/stats/versions")).hasSize(page.path("total").asInt());
    }

    @Test
    void fieldsAreChangedByName() {
        String id = checkpoint();
        JsonNode changed = workspace
                .lead()
                .put(
                        CHECKPOINTS + "?id=" + id,
                        "{\"storage_key\": \"k2\", \"url\": \"https://example.org\", \"epoch\": 3, \"avg_reward\": -0.5, "
                                + "\"metadata\": {\"a\": 1}}")
                .ok()
                .path("data");

        assertThat(changed.path("storage_key").asText()).isEqualTo("k2");
        assertThat(changed.path("epoch").asInt()).isEqualTo(3);
        assertThat(changed.path("avg_reward").asDouble()).isEqualTo(-0.5);
        assertThat(changed.at("/metadata/a").asInt()).isEqualTo(1);
        assertThat(workspace
                        .lead()
                        .put(CHECKPOINTS + "?id=" + id, "{\"url\": null}")
                        .ok()
                        .at("/data/url")
                        .isNull())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "created_at", "updated_at", "active"})
    void noOtherFieldIsWrittenThrough(String field) {
        Expect.failure(
                workspace.lead().put(CHECKPOINTS + "?id=" + checkpoint(), "{\"%s\": 1}".formatted(field)),
                400,
                "unknown_field");
    }

    @Test
    void whoeverSawAnotherOneActiveIsToldTheCurrentOne() {
        String seen = checkpoint();
        String meanwhile = checkpoint();
        String wanted = checkpoint();
        activate(seen, Map.of());
        activate(meanwhile, Map.of("expected_active", seen));

        JsonNode failure =
                Expect.failure(put(wanted, Map.of("is_active", true, "expected_active", seen)), 409, "active_changed");
        assertThat(failure.at("/current/id").asText()).isEqualTo(meanwhile);
        Expect.failure(
                workspace.lead().put(CHECKPOINTS + "?id=" + wanted, "{\"is_active\": true, \"expected_active\": null}"),
                409,
                "active_changed");
        assertThat(active().path("id").asText()).isEqualTo(meanwhile);
    }

    @Test
    void theActiveOneIsNeitherDeletedNorSwitchedOff() {
        String id = checkpoint();
        activate(id, Map.of());

        Expect.failure(workspace.lead().delete(CHECKPOINTS + "?id=" + id), 409, "checkpoint_is_active");
        Expect.failure(put(id, Map.of("is_active", false)), 409, "checkpoint_is_active");
        String other = checkpoint();
        workspace.service().delete(CHECKPOINTS + "?id=" + other).ok();
        Expect.failure(workspace.lead().delete(CHECKPOINTS + "?id=" + other), 404, "checkpoint_not_found");
    }

    @Test
    void historyTellsWhoWhatWhenFromWhichAndWhy() {
        String first = checkpoint();
        String second = checkpoint();
        activate(first, Map.of());
        activate(second, Map.of("reason", "better on hands"));

        JsonNode entry =
                workspace.annotator().get(CHECKPOINTS + "/history?limit=1").ok().at("/data/0");

        assertThat(entry.path("checkpoint_id").asText()).isEqualTo(second);
        assertThat(entry.path("previous_id").asText()).isEqualTo(first);
        assertThat(entry.path("kind").asText()).isEqualTo("activate");
        assertThat(entry.path("reason").asText()).isEqualTo("better on hands");
        assertThat(entry.path("actor_name").asText()).isNotBlank();
        assertThat(entry.path("activated_at").asText()).contains("T");
    }

    @Test
    void historyIsPagedByCursor() {
        activate(checkpoint(), Map.of());
        activate(checkpoint(), Map.of());
        JsonNode first = workspace.lead().get(CHECKPOINTS + "/history?limit=1").ok();
        JsonNode second = workspace
                .lead()
                .get(CHECKPOINTS + "/history?limit=1&cursor="
                        + first.path("next_cursor").asText())
                .ok();

        assertThat(second.at("/data/0/id").asLong())
                .isLessThan(first.at("/data/0/id").asLong());
    }

    @Test
    void rollingBackGoesBackOneStepAfterTheOther() {
        String first = checkpoint();
        String second = checkpoint();
        String third = checkpoint();
        activate(first, Map.of());
        activate(second, Map.of());
        activate(third, Map.of());

        assertThat(rollBack("{\"reason\": \"worse\"}").ok().at("/data/id").asText())
                .isEqualTo(second);
        assertThat(rollBack("{}").ok().at("/data/id").asText()).isEqualTo(first);
        assertThat(workspace
                        .lead()
                        .get(CHECKPOINTS + "/history?limit=1")
                        .ok()
                        .at("/data/0/kind")
                        .asText())
                .isEqualTo("rollback");
        Expect.failure(rollBack("{\"expected_active\": \"%s\"}".formatted(third)), 409, "active_changed");
        Expect.failure(rollBack("{\"to\": 1}"), 400, "unknown_field");
    }

    @Test
    void aChangeNeedsTheIdOfSomethingThere() {
        Expect.failure(workspace.lead().put(CHECKPOINTS, "{}"), 400, "invalid_id");
        Expect.failure(workspace.lead().put(CHECKPOINTS + "?id=x", "{}"), 400, "invalid_id");
        Expect.failure(put(UUID.randomUUID().toString(), Map.of("is_active", true)), 404, "checkpoint_not_found");
    }

    private JsonNode active() {
        return workspace.lead().get(CHECKPOINTS + "?active_only=true").ok().at("/data/0");
    }

    private String checkpoint() {
        return create(Map.of("version", version(), "storage_key", "k"))
                .ok()
                .at("/data/id")
                .asText();
    }

    private TestApi.Answer create(Map<String, ?> fields) {
        return workspace.lead().post(CHECKPOINTS, TestApi.json(fields));
    }

    private void activate(String id, Map<String, ?> more) {
        Map<String, Object> fields = new HashMap<>(more);
        fields.put("is_active", true);
        fields.putIfAbsent("reason", "better");
        put(id, fields).ok();
    }

    private TestApi.Answer put(String id, Map<String, ?> fields) {
        return workspace.lead().put(CHECKPOINTS + "?id=" + id, TestApi.json(fields));
    }

    private TestApi.Answer rollBack(String body) {
        return workspace.lead().post(CHECKPOINTS + "/rollback", body);
    }

    private static String version() {
        return "v-" + UUID.randomUUID();
    }
}

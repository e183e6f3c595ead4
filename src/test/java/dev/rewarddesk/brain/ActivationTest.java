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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between a checkpoint and its activation: a reason, the workspace's guard rails, and a set time. */
final class ActivationTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Caller lead = Caller.SERVICE;
    private UUID former = new UUID(0, 0);
    private UUID next = new UUID(0, 0);

    @BeforeEach
    void startWithOneActive() throws SQLException {
        DATABASE.clear();
        lead = DATABASE.lead();
        former = checkpoint("v1");
        next = checkpoint("v2");
        activate(former, "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", \"reason\": null", ", \"reason\": \"  \""})
    void withoutAReasonNothingIsActivated(String reason) throws SQLException {
        JsonNode failure = Refusals.assertRefused(
                () -> put(next, "{\"is_active\": true%s}".formatted(reason)), 400, "reason_required");

        assertThat(failure.path("field").asText()).isEqualTo("reason");
        assertThat(active()).isEqualTo("v1");
    }

    @ParameterizedTest
    @CsvSource({
        "guard_rewards = 4, few_rewards, It has 3 rewards; at least 4 are asked for.",
        "guard_reviewers = 2, few_reviewers, 1 person scored it; at least 2 are asked for.",
        "guard_lower_bound = 0, maybe_worse, is at least −0.",
        "guard_days = 1, old_evidence, one from at most 1 day ago is asked for."
    })
    void aGuardRailHoldsUntilALeadOverridesIt(String setting, String code, String says) throws SQLException {
        scored("v1", 0.5, 0.6, 0.7);
        scored("v2", 0.4, 0.5, 0.6);
        DATABASE.asSuperuser(session -> {
            session.write("set session_replication_role = replica");
            session.write("update public.rewards set created_at = now() - interval '2 days'");
            session.rows("select private.recount_tallies()");
            return session.write("update public.workspace_settings set " + setting);
        });

        JsonNode failure = Refusals.assertRefused(() -> activate(next, ""), 409, "guarded");
        assertThat(failure.at("/warnings/0/code").asText()).isEqualTo(code);
        assertThat(failure.at("/warnings/0/message").asText()).contains(says);
        assertThat(active()).isEqualTo("v1");
        assertThat(call("read_activation_case", Map.of("id", next.toString()))
                        .at("/data/warnings/0/code")
                        .asText())
                .isEqualTo(code);

        activate(next, ", \"override\": true");

        assertThat(active()).isEqualTo("v2");
        JsonNode entry = newest();
        assertThat(entry.path("overridden").asBoolean()).isTrue();
        assertThat(entry.at("/evidence/warnings/0/code").asText()).isEqualTo(code);
    }

    @Test
    void whatTheGuardRailsAskForIsEnough() throws SQLException {
        scored("v1", -0.5, -0.6, -0.7);
        scored("v2", 0.4, 0.5, 0.6);
        DATABASE.asSuperuser(session -> session.write("update public.workspace_settings "
                + "set guard_rewards = 3, guard_reviewers = 1, guard_lower_bound = 0, guard_days = 1"));

        activate(next, ", \"override\": true");

        JsonNode entry = newest();
        assertThat(entry.path("overridden").asBoolean())
                .as("nothing was overridden")
                .isFalse();
        assertThat(entry.at("/evidence/checkpoint/rewards").asInt()).isEqualTo(3);
        assertThat(entry.at("/evidence/previous/reward/mean").asDouble()).isLessThan(0);
    }

    @Test
    void rollingBackIsNeverHeldUp() throws SQLException {
        activate(next, "");
        DATABASE.asSuperuser(session -> session.write("update public.workspace_settings set guard_rewards = 1000"));

        DATABASE.as(lead, session -> session.call("rollback_checkpoint", "{}"));

        assertThat(active()).isEqualTo("v1");
        assertThat(newest().path("reason").asText()).isEqualTo("Rolled back from v2.");
        assertThat(newest().path("overridden").asBoolean()).isTrue();
    }

    @Test
    void whatIsDueIsDoneAsThePersonWhoSetIt() throws SQLException {
        String schedule = schedule("");
        assertThat(perform()).as("not due").isZero();
        assertThat(active()).isEqualTo("v1");

        due();
        assertThat(perform()).isEqualTo(1);

        assertThat(active()).isEqualTo("v2");
        JsonNode entry = newest();
        assertThat(entry.path("kind").asText()).isEqualTo("scheduled");
        assertThat(entry.path("actor_id").asText()).isEqualTo(lead.account().toString());
        assertThat(entry.path("reason").asText()).isEqualTo("tonight");
        assertThat(state(schedule)).isEqualTo("done");
        assertThat(perform()).as("once").isZero();
    }

    @Test
    void whoIsNoLeadAnyMoreActivatesNothing() throws SQLException {
        String schedule = schedule("");
        due();
        DATABASE.asSuperuser(session ->
                session.write("update public.members set role = 'annotator' where user_id = ?", lead.account()));

        perform();

        assertThat(active()).isEqualTo("v1");
        assertThat(state(schedule)).isEqualTo("failed");
    }

    @Test
    void aGuardRailHoldsAtTheSetTimeAndTheOthersGoOn() throws SQLException {
        String held = schedule("");
        String overriding = schedule(", \"override\": true");
        DATABASE.asSuperuser(session -> session.write("update public.workspace_settings set guard_rewards = 1"));
        due();

        assertThat(perform()).isEqualTo(2);

        assertThat(state(held)).isEqualTo("failed");
        assertThat(state(overriding)).isEqualTo("done");
        assertThat(active()).isEqualTo("v2");
    }

    @Test
    void whatWaitsForACheckpointThatIsDeletedSaysSo() throws SQLException {
        String schedule = schedule("");

        DATABASE.as(lead, session -> session.call("delete_checkpoint", Map.of("id", next.toString()), null, Map.of()));

        assertThat(state(schedule)).isEqualTo("failed");
        JsonNode entry = DATABASE.as(
                lead,
                session -> session.call("list_schedules", Map.of("state", "failed"), null, Map.of())
                        .at("/data/0"));
        assertThat(entry.path("checkpoint_version").asText()).isEqualTo("v2");
        assertThat(entry.path("outcome").asText()).contains("Nothing was activated", "v2", "deleted by");
        due();
        assertThat(perform()).isZero();
    }

    @Test
    void aCancelledOneIsNotDone() throws SQLException {
        String schedule = schedule("");
        DATABASE.as(lead, session -> session.call("cancel_schedule", Map.of("id", schedule), null, Map.of()));
        due();

        assertThat(perform()).isZero();
        assertThat(active()).isEqualTo("v1");
        Refusals.assertRefused(
                () -> DATABASE.as(
                        lead, session -> session.call("cancel_schedule", Map.of("id", schedule), null, Map.of())),
                409,
                "not_waiting");
    }

    @Test
    void onlyLeadsScheduleAndOnlyTheBackendPerforms() throws SQLException {
        Caller annotator = DATABASE.annotator();
        Refusals.assertRefused(
                () -> DATABASE.as(annotator, session -> session.call("schedule_activation", wish(""))),
                403,
                "not_a_lead");
        Refusals.assertRefused(
                () -> DATABASE.as(
                        annotator, session -> session.rows("select private.add_schedule(?, now(), 'x', true)", next)),
                403,
                "not_a_lead");
        Refusals.assertRefused(
                () -> DATABASE.as(lead, session -> session.call("perform_scheduled", "{}")), 403, "not_a_service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-01-01T00:00:00Z", "tomorrow", "2026-02-31"})
    void aSetTimeIsOneToCome(String time) {
        Refusals.assertRefused(
                () -> DATABASE.as(
                        lead,
                        session -> session.call(
                                "schedule_activation",
                                "{\"checkpoint_id\": \"%s\", \"due_at\": \"%s\", \"reason\": \"r\"}"
                                        .formatted(next, time))),
                400,
                "invalid_due_at");
    }

    @Test
    void theActiveOneIsReadWithATagThatChangesWithIt() throws SQLException {
        JsonNode before = call("read_active_checkpoint", Map.of());
        JsonNode again = call("read_active_checkpoint", Map.of());
        put(former, "{\"url\": \"https://example.org\"}");
        JsonNode moved = call("read_active_checkpoint", Map.of());
        activate(next, "");
        JsonNode other = call("read_active_checkpoint", Map.of());

        assertThat(before.at("/data/version").asText()).isEqualTo("v1");
        assertThat(again.path("etag")).isEqualTo(before.path("etag"));
        assertThat(List.of(moved.path("etag"), other.path("etag"))).doesNotContain(before.path("etag"));
        assertThat(moved.path("etag")).isNotEqualTo(other.path("etag"));
        assertThat(other.at("/data/active_since").asText()).isNotBlank();
    }

    private String wish(String more) {
        return "{\"checkpoint_id\": \"%s\", \"due_at\": \"2126-01-01T00:00:00Z\", \"reason\": \"tonight\"%s}"
                .formatted(next, more);
    }

    private String schedule(String more) throws SQLException {
        return DATABASE.as(lead, session -> session.call("schedule_activation", wish(more)))
                .at("/data/id")
                .asText();
    }

    private static void due() throws SQLException {
        DATABASE.asSuperuser(session ->
                session.write("update public.checkpoint_schedules set due_at = now() - interval '1 second'"));
    }

    private static long perform() throws SQLException {
        return DATABASE.as(Caller.SERVICE, session -> session.call("perform_scheduled", "{}"))
                .at("/data/performed")
                .asLong();
    }

    private static String state(String schedule) throws SQLException {
        return DATABASE.text("select state from public.checkpoint_schedules where id = ?::uuid", schedule);
    }

    private static UUID checkpoint(String version) throws SQLException {
        return DATABASE.asSuperuser(session -> session.uuid(
                "insert into public.checkpoints (version, storage_key) values (?, 'k') returning id", version));
    }

    private static void scored(String model, double... scores) throws SQLException {
        UUID reviewer = DATABASE.annotator().account();
        for (double score : scores) {
            DATABASE.asSuperuser(session -> session.write("""
                    with r as (insert into public.responses (user_id, prompt, response_text, model_id)
                      values ('p', 'q', 'a', ?) returning id)
                    insert into public.rewards (response_id, reviewer_id, score) select id, ?, ? from r
                    """, model, reviewer, score));
        }
    }

    private void activate(UUID checkpoint, String more) throws SQLException {
        put(checkpoint, "{\"is_active\": true, \"reason\": \"better\"%s}".formatted(more));
    }

    private void put(UUID checkpoint, String body) throws SQLException {
        DATABASE.as(
                lead,
                session -> session.call("update_checkpoint", Map.of("id", checkpoint.toString()), body, Map.of()));
    }

    private JsonNode newest() throws SQLException {
        return call("list_activations", Map.of("limit", "1")).at("/data/0");
    }

    private JsonNode call(String operation, Map<String, String> query) throws SQLException {
        return DATABASE.as(lead, session -> session.call(operation, query, null, Map.of()));
    }

    private static String active() throws SQLException {
        return DATABASE.text("select version from public.checkpoints where is_active");
    }
}

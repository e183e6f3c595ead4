package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same call with the same key has one effect and one answer. */
final class IdempotencyTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final String BODY = "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\"}";

    @BeforeEach
    void startEmpty() throws SQLException {
        DATABASE.clear();
    }

    @Test
    void twentyEqualCallsAtOnceHaveOneEffectAndEqualAnswers() throws Exception {
        List<JsonNode> answers = Race.of(20, number -> create(Caller.SERVICE, "k", BODY));

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(DATABASE.number("select count(*) from public.responses")).isEqualTo(1);
    }

    @Test
    void twentyEqualRewardsAtOnceAreOneReward() throws Exception {
        UUID response = DATABASE.response();
        Caller annotator = DATABASE.annotator();
        String body = "{\"response_id\": \"%s\", \"score\": 0.5}".formatted(response);

        List<JsonNode> answers = Race.of(20, number -> call(annotator, "create_reward", "k", body));

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(DATABASE.number("select count(*) from public.rewards")).isEqualTo(1);
        assertThat(DATABASE.number("select review_count from public.responses")).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() throws SQLException {
        create(Caller.SERVICE, "k", BODY);

        Refusals.assertRefused(
                () -> create(Caller.SERVICE, "k", BODY.replace("\"a\"", "\"b\"")), 409, "idempotency_key_reused");
        assertThat(DATABASE.number("select count(*) from public.responses")).isEqualTo(1);
    }

    @Test
    void theSameBodyWrittenOtherwiseIsTheSame() throws SQLException {
        JsonNode first = create(Caller.SERVICE, "k", BODY);

        assertThat(create(Caller.SERVICE, "k", "{\"response_text\":\"a\",\"prompt\":\"q\",\"user_id\":\"p\"}"))
                .isEqualTo(first);
    }

    @Test
    void aFailedCallLeavesTheKeyFree() throws SQLException {
        Refusals.assertRefused(() -> create(Caller.SERVICE, "k", "{}"), 400, "invalid_user_id");

        create(Caller.SERVICE, "k", BODY);
        assertThat(DATABASE.number("select count(*) from public.responses")).isEqualTo(1);
    }

    @Test
    void everybodyHasTheirOwnKeys() throws SQLException {
        create(Caller.SERVICE, "k", BODY);
        create(DATABASE.lead(), "k", BODY.replace("\"a\"", "\"b\""));

        assertThat(DATABASE.number("select count(*) from public.responses")).isEqualTo(2);
    }

    @Test
    void aQuestionIsAnsweredAnewWhateverItsKey() throws SQLException {
        assertThat(call(Caller.SERVICE, "list_responses", "k", "{}")
                        .path("total")
                        .asInt())
                .isZero();
        DATABASE.response();

        assertThat(call(Caller.SERVICE, "list_responses", "k", "{}")
                        .path("total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void whoIsNoLongerAMemberIsNotAnsweredFromMemory() throws SQLException {
        Caller lead = DATABASE.lead();
        // The last one could not be removed.
        DATABASE.lead();
        create(lead, "k", BODY);
        DATABASE.asSuperuser(session -> session.write("delete from public.members where user_id = ?", lead.account()));

        Refusals.assertRefused(() -> create(lead, "k", BODY), 403, "not_a_member");
    }

    @Test
    void keysAreForgottenAfterAWeek() throws SQLException {
        create(Caller.SERVICE, "old", BODY);
        DATABASE.asSuperuser(
                session -> session.write("update private.idempotency_keys set created_at = now() - interval '8 days'"));
        create(Caller.SERVICE, "new", BODY);

        assertThat(DATABASE.rows("select key from private.idempotency_keys")).containsExactly(List.of("new"));
    }

    @Test
    void anEmptyOrEndlessKeyIsRefused() {
        for (String key : List.of("", "k".repeat(256))) {
            Refusals.assertRefused(() -> create(Caller.SERVICE, key, BODY), 400, "invalid_idempotency_key");
        }
    }

    private static JsonNode create(Caller caller, String key, String body) throws SQLException {
        return call(caller, "create_response", key, body);
    }

    private static JsonNode call(Caller caller, String operation, String key, String body) throws SQLException {
        return DATABASE.as(caller, session -> session.call(operation, Map.of(), body, Map.of("idempotency-key", key)));
    }
}

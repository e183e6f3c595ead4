package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** History, revision, counting, and what follows rewards when something else is deleted. */
final class RewardRulesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Caller annotator = Caller.ANON;
    private UUID response = new UUID(0, 0);

    @BeforeEach
    void haveOneResponse() throws SQLException {
        DATABASE.clear();
        annotator = DATABASE.annotator();
        response = DATABASE.response();
    }

    @Test
    void everyChangeKeepsTheFormerValueAndRaisesTheRevision() throws SQLException {
        UUID reward = reward(annotator, 0.5);
        put(annotator, reward, "{\"score\": -0.5, \"comment\": \"looked again\"}", null);
        put(annotator, reward, "{\"score\": 0}", null);

        assertThat(DATABASE.rows(
                        "select revision, former ->> 'score', changed_by from public.reward_history order by id"))
                .containsExactly(List.of(1, "0.5", annotator.account()), List.of(2, "-0.5", annotator.account()));
        assertThat(DATABASE.rows("select revision, score from public.rewards")).containsExactly(List.of(3, 0.0));
    }

    @Test
    void aChangeThatChangesNothingIsNoRevision() throws SQLException {
        UUID reward = reward(annotator, 0.5);
        put(annotator, reward, "{\"score\": 0.5}", null);

        assertThat(DATABASE.rows("select revision from public.rewards")).containsExactly(List.of(1));
        assertThat(DATABASE.rows("select * from public.reward_history")).isEmpty();
    }

    @Test
    void whoeverWasSlowerIsToldTheCurrentValue() throws SQLException {
        UUID reward = reward(annotator, 0.5);
        put(annotator, reward, "{\"score\": 1}", "1");

        JsonNode failure =
                Refusals.assertRefused(() -> put(annotator, reward, "{\"score\": 0}", "1"), 409, "revision_conflict");

        assertThat(failure.at("/current/revision").asInt()).isEqualTo(2);
        assertThat(failure.at("/current/score").asDouble()).isEqualTo(1);
    }

    @Test
    void oneOfManyWhoChangeTheSameRevisionWins() throws Exception {
        UUID reward = reward(annotator, 0.5);

        List<Boolean> won = Race.of(6, number -> {
            try {
                put(annotator, reward, "{\"score\": -0.%d}".formatted(number), "1");
                return true;
            } catch (SQLException late) {
                assertThat(late.getSQLState()).as(late.getMessage()).isEqualTo("PT409");
                return false;
            }
        });

        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void anotherAnnotatorNeitherSeesNorChangesIt() throws SQLException {
        UUID reward = reward(annotator, 0.5);
        Caller other = DATABASE.annotator();

        Refusals.assertRefused(() -> put(other, reward, "{\"score\": 1}", null), 404, "reward_not_found");
        assertThat(call(other, "list_rewards", Map.of()).path("total").asInt()).isZero();
        assertThat(call(other, "reward_history", Map.of("id", reward.toString()))
                        .path("total")
                        .asInt())
                .isZero();
        long seen = DATABASE.as(other, session -> session.number("select count(*) from public.training_data_view"));
        assertThat(seen).isZero();
    }

    @Test
    void nobodyScoresInAnothersName() throws SQLException {
        Caller other = DATABASE.annotator();
        Refusals.assertFails(
                () -> DATABASE.as(
                        annotator,
                        session -> session.write(
                                "insert into public.rewards (response_id, reviewer_id, score) values (?, ?, 1)",
                                response,
                                other.account())),
                Refusals.NO_PRIVILEGE);
        Refusals.assertFails(
                () -> DATABASE.as(
                        annotator,
                        session -> session.write(
                                "insert into public.rewards (response_id, source, score) values (?, 'pipeline', 1)",
                                response)),
                Refusals.NO_PRIVILEGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reviewer_id = null",
                "source = 'pipeline'",
                "revision = 1",
                "created_at = now()",
                "response_id = id"
            })
    void whatIsNotTheReviewersToSayCannotBeWritten(String change) throws SQLException {
        reward(annotator, 0.5);
        for (Caller caller : List.of(annotator, DATABASE.lead())) {
            Refusals.assertFails(
                    () -> DATABASE.as(caller, session -> session.write("update public.rewards set " + change)),
                    Refusals.NO_PRIVILEGE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reviewer_id = null",
                "source = 'pipeline', reviewer_id = null",
                "response_id = gen_random_uuid()"
            })
    void aRewardStaysItsReviewersEvenForTheSecretKey(String change) throws SQLException {
        reward(annotator, 0.5);
        Refusals.assertRefused(
                () -> DATABASE.as(Caller.SERVICE, session -> session.write("update public.rewards set " + change)),
                400,
                "reward_is_fixed");
    }

    @Test
    void deletingAReviewersAccountKeepsTheirWorkWithoutTheirName() throws SQLException {
        UUID other = DATABASE.response();
        reward(annotator, 0.5);
        DATABASE.as(annotator, session -> session.call("claim_items", "{}"));
        DATABASE.as(
                annotator,
                session ->
                        session.call("flag_item", "{\"response_id\": \"%s\", \"reason\": \"other\"}".formatted(other)));

        try (Session auth = DATABASE.session("supabase_auth_admin")) {
            auth.write("delete from auth.users where id = ?", annotator.account());
            auth.commit();
        }

        assertThat(DATABASE.rows("select reviewer_id is null, source, score from public.rewards"))
                .containsExactly(List.of(true, "person", 0.5));
        assertThat(DATABASE.rows("select reviewer_id is null from public.review_flags"))
                .containsExactly(List.of(true));
        assertThat(DATABASE.rows("select former ->> 'reviewer_id' from public.reward_history"))
                .containsExactly(List.of(annotator.account().toString()));
        assertThat(state()).containsExactly("reviewed", 1);
        // Deleted later, it is still one review less.
        DATABASE.as(DATABASE.lead(), session -> session.write("delete from public.rewards"));
        assertThat(state()).containsExactly("pending", 0);
    }

    @Test
    void deletingAnImageDeletesItsResponsesAndRewardsAndKeepsTheRecord() throws SQLException {
        DATABASE.asSuperuser(session -> new Seed(session).everythingOf(annotator.account()));

        DATABASE.as(DATABASE.lead(), session -> session.write("delete from public.images"));

        for (String table : List.of(
                "responses where image_id is not null", "rewards", "review_leases", "review_skips", "review_flags")) {
            assertThat(DATABASE.number("select count(*) from public." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(DATABASE.rows("select operation from public.reward_history order by id"))
                .containsExactly(List.of("update"), List.of("delete"));
    }

    @Test
    void aPipelinesRewardIsNoReview() throws SQLException {
        DATABASE.as(
                Caller.SERVICE,
                session ->
                        session.call("create_reward", "{\"response_id\": \"%s\", \"score\": 0.1}".formatted(response)));

        assertThat(state()).containsExactly("pending", 0);
        assertThat(DATABASE.rows("select source, reviewer_id from public.rewards"))
                .first()
                .satisfies(row -> assertThat(row.getFirst()).isEqualTo("pipeline"))
                .satisfies(row -> assertThat(row.getLast()).isNull());
    }

    @Test
    void deletingARewardReopensTheResponse() throws SQLException {
        UUID reward = reward(annotator, 0.5);
        assertThat(state()).containsExactly("reviewed", 1);

        call(DATABASE.lead(), "delete_reward", Map.of("id", reward.toString()));

        assertThat(state()).containsExactly("pending", 0);
    }

    @Test
    void scoringTwiceIsAConflictThatShowsTheFirst() throws SQLException {
        UUID reward = reward(annotator, 0.5);

        JsonNode failure = Refusals.assertRefused(() -> reward(annotator, 1), 409, "already_rewarded");

        assertThat(failure.at("/current/id").asText()).isEqualTo(reward.toString());
    }

    @Test
    void beingReviewedDoesNotChangeTheResponseItself() throws SQLException {
        String before = DATABASE.text("select updated_at from public.responses");
        reward(annotator, 0.5);

        assertThat(DATABASE.text("select updated_at from public.responses")).isEqualTo(before);
    }

    private UUID reward(Caller caller, double score) throws SQLException {
        JsonNode answer = DATABASE.as(
                caller,
                session -> session.call(
                        "create_reward", "{\"response_id\": \"%s\", \"score\": %s}".formatted(response, score)));
        return UUID.fromString(answer.at("/data/id").asText());
    }

    private static void put(Caller caller, UUID reward, String body, @Nullable String revision) throws SQLException {
        Map<String, String> headers = revision == null ? Map.of() : Map.of("if-match", revision);
        DATABASE.as(caller, session -> session.call("update_reward", Map.of("id", reward.toString()), body, headers));
    }

    private static JsonNode call(Caller caller, String operation, Map<String, String> query) throws SQLException {
        return DATABASE.as(caller, session -> session.call(operation, query, null, Map.of()));
    }

    private List<@Nullable Object> state() throws SQLException {
        return DATABASE.rows(
                        "select private.status_of(r) as status, review_count from public.responses r where id = ?",
                        response)
                .getFirst();
    }
}

package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one reviewer, or two in turn, meet in the review queue. */
final class QueueTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Caller reviewer = Caller.ANON;
    private Caller colleague = Caller.ANON;
    private UUID[] responses = {};

    @BeforeEach
    void queueFourResponses() throws SQLException {
        DATABASE.clear();
        reviewer = DATABASE.annotator();
        colleague = DATABASE.annotator();
        responses = DATABASE.responses(4);
    }

    @Test
    void claimingGivesTheOldestFirstAndTheUrgentBefore() throws SQLException {
        set("update public.responses set priority = 5 where id = ?", responses[2]);

        assertThat(claim(reviewer, 3)).containsExactly(responses[2], responses[0], responses[1]);
    }

    @Test
    void claimingAgainGivesTheSameHandAndRenewsIt() throws SQLException {
        JsonNode first = items(reviewer, 2);
        set("update public.review_leases set expires_at = expires_at - interval '5 minutes'");
        JsonNode second = items(reviewer, 2);

        for (int index = 0; index < 2; index++) {
            assertThat(second.get(index).path("response"))
                    .isEqualTo(first.get(index).path("response"));
            assertThat(token(second.get(index))).isEqualTo(token(first.get(index)));
            assertThat(second.get(index).at("/lease/expires_at").asText())
                    .isGreaterThan(first.get(index).at("/lease/expires_at").asText());
        }
    }

    @Test
    void aLargerClaimTopsUpTheHand() throws SQLException {
        claim(reviewer, 1);

        assertThat(claim(reviewer, 3)).containsExactly(responses[0], responses[1], responses[2]);
    }

    @Test
    void aColleagueGetsWhatIsNotHeld() throws SQLException {
        claim(reviewer, 3);

        assertThat(claim(colleague, 3)).containsExactly(responses[3]);
    }

    @Test
    void whatWasScoredNeverComesAgain() throws SQLException {
        set("update public.workspace_settings set overlap = 3");
        reward(reviewer, items(reviewer, 1).get(0));

        assertThat(claim(reviewer, 10)).containsExactly(responses[1], responses[2], responses[3]);
    }

    @Test
    void anExpiredPlaceIsGivenToAColleague() throws SQLException {
        JsonNode item = items(reviewer, 1).get(0);
        expire();

        assertThat(claim(colleague, 1)).containsExactly(responses[0]);
        Refusals.assertRefused(() -> reward(reviewer, item), 409, "lease_lost");
        assertThat(DATABASE.number("select count(*) from public.rewards")).isZero();
    }

    @Test
    void anExpiredLeaseStillCountsWhileItsPlaceIsFree() throws SQLException {
        JsonNode item = items(reviewer, 1).get(0);
        expire();

        reward(reviewer, item);

        assertThat(status(responses[0])).isEqualTo("reviewed");
    }

    @Test
    void anExpiredLeaseThatASweepRemovedStillCountsWhileItsPlaceIsFree() throws SQLException {
        JsonNode item = items(reviewer, 1).get(0);
        set("delete from public.review_leases");

        reward(reviewer, item);

        assertThat(status(responses[0])).isEqualTo("reviewed");
    }

    @Test
    void anOldTokenIsRefusedOnceTheSameItemWasClaimedAnew() throws SQLException {
        JsonNode item = items(reviewer, 1).get(0);
        expire();
        claim(reviewer, 1);

        Refusals.assertRefused(() -> reward(reviewer, item), 409, "lease_lost");
    }

    @Test
    void renewingTellsWhatWasLost() throws SQLException {
        JsonNode hand = items(reviewer, 2);
        set(
                "update public.review_leases set expires_at = now() - interval '1 second' where response_id = ?",
                responses[1]);

        JsonNode answer = call(reviewer, "renew_items", tokens(hand));

        assertThat(answer.path("count").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/0/token").asText()).isEqualTo(token(hand.get(0)));
        assertThat(answer.path("lost")).hasSize(1);
        assertThat(answer.at("/lost/0").asText()).isEqualTo(token(hand.get(1)));
    }

    @Test
    void nobodyRenewsOrReleasesWhatAnotherHolds() throws SQLException {
        String tokens = tokens(items(reviewer, 2));

        assertThat(call(colleague, "renew_items", tokens).path("count").asInt()).isZero();
        assertThat(call(colleague, "release_items", tokens).path("count").asInt())
                .isZero();
        assertThat(DATABASE.number("select count(*) from public.review_leases")).isEqualTo(2);
    }

    @Test
    void whatIsReleasedIsFreeAtOnce() throws SQLException {
        call(reviewer, "release_items", tokens(items(reviewer, 2)));

        assertThat(claim(colleague, 1)).containsExactly(responses[0]);
    }

    @Test
    void whatIsSkippedComesBackLastLongestAgoFirst() throws SQLException {
        items(reviewer, 2);
        skip(reviewer, responses[1]);
        skip(reviewer, responses[0]);

        assertThat(claim(reviewer, 4)).containsExactly(responses[2], responses[3], responses[1], responses[0]);
        assertThat(items(reviewer, 4).get(3).path("skipped").asBoolean()).isTrue();
    }

    @Test
    void whatIsSkippedIsFreeForColleagues() throws SQLException {
        items(reviewer, 1);
        skip(reviewer, responses[0]);

        assertThat(claim(colleague, 1)).containsExactly(responses[0]);
    }

    @Test
    void whatOneDoesNotHoldCanBeSkippedAndThatTakesNothingFromItsHolder() throws SQLException {
        JsonNode item = items(reviewer, 1).get(0);

        skip(colleague, responses[0]);

        reward(reviewer, item);
        assertThat(call(colleague, "review_progress", "{}").at("/data/skipped").asInt())
                .isZero();
    }

    @Test
    void aFlaggedResponseIsOfferedToNobody() throws SQLException {
        JsonNode held = items(colleague, 1).get(0);

        call(reviewer, "flag_item", "{\"response_id\": \"%s\", \"reason\": \"broken_image\"}".formatted(responses[0]));

        assertThat(claim(reviewer, 10)).doesNotContain(responses[0]);
        assertThat(status(responses[0])).isEqualTo("flagged");
        assertThat(DATABASE.number("select count(*) from public.review_leases where response_id = ?", responses[0]))
                .isZero();
        // The colleague's work under way is not thrown away, and does not lift the flag.
        reward(colleague, held);
        assertThat(status(responses[0])).isEqualTo("flagged");
    }

    @Test
    void askingForNothingOrTooMuchIsRefused() {
        for (String n : List.of("0", "-1", "51", "1.5", "\"3\"", "1e400", "[]")) {
            Refusals.assertRefused(() -> call(reviewer, "claim_items", "{\"n\": %s}".formatted(n)), 400, code(n));
        }
    }

    @Test
    void aSecretKeyHasNoQueue() {
        Refusals.assertRefused(() -> call(Caller.SERVICE, "claim_items", "{}"), 403, "not_a_person");
    }

    @Test
    void anEmptyQueueIsAnEmptyHand() throws SQLException {
        DATABASE.clear();

        JsonNode answer = call(reviewer, "claim_items", "{}");

        assertThat(answer.path("count").asInt()).isZero();
        assertThat(answer.path("data")).isEmpty();
        assertThat(answer.at("/stats/left").asInt()).isZero();
    }

    @Test
    void progressCountsWhatIsDoneAndLeft() throws SQLException {
        reward(reviewer, items(reviewer, 1).get(0));
        items(reviewer, 1);
        skip(reviewer, responses[1]);

        JsonNode progress = call(reviewer, "review_progress", "{}").path("data");

        assertThat(progress.path("done").asInt()).isEqualTo(1);
        assertThat(progress.path("done_today").asInt()).isEqualTo(1);
        assertThat(progress.path("left").asInt()).isEqualTo(3);
        assertThat(progress.path("skipped").asInt()).isEqualTo(1);
    }

    @Test
    void aChangeOfOverlapWritesNoResponse() throws SQLException {
        reward(reviewer, items(reviewer, 1).get(0));
        String before = DATABASE.text("select string_agg(ctid::text, ' ' order by id) from public.responses");

        call(DATABASE.lead(), "update_workspace", "{\"overlap\": 2}");

        assertThat(status(responses[0])).isEqualTo("pending");
        assertThat(DATABASE.text("select string_agg(ctid::text, ' ' order by id) from public.responses"))
                .isEqualTo(before);
    }

    @Test
    void aLowerOverlapClosesAndAHigherOneOpensAgain() throws SQLException {
        Caller lead = DATABASE.lead();
        call(lead, "update_workspace", "{\"overlap\": 2}");
        reward(reviewer, items(reviewer, 1).get(0));
        assertThat(status(responses[0])).isEqualTo("pending");

        call(lead, "update_workspace", "{\"overlap\": 1}");
        assertThat(status(responses[0])).isEqualTo("reviewed");

        call(lead, "update_workspace", "{\"overlap\": 2}");
        assertThat(claim(colleague, 1)).containsExactly(responses[0]);
    }

    @Test
    void aDeletedResponseLeavesTheHand() throws SQLException {
        claim(reviewer, 2);
        set("delete from public.responses where id = ?", responses[0]);

        assertThat(claim(reviewer, 2)).containsExactly(responses[1], responses[2]);
    }

    private static String code(String n) {
        return switch (n) {
            case "1e400" -> "invalid_body";
            case "0", "-1", "51" -> "n_out_of_range";
            default -> "invalid_n";
        };
    }

    private static JsonNode call(Caller caller, String operation, String body) throws SQLException {
        return DATABASE.as(caller, session -> session.call(operation, body));
    }

    private static JsonNode items(Caller caller, int count) throws SQLException {
        return call(caller, "claim_items", "{\"n\": %d}".formatted(count)).path("data");
    }

    private static List<UUID> claim(Caller caller, int count) throws SQLException {
        List<UUID> claimed = new ArrayList<>();
        items(caller, count)
                .forEach(item ->
                        claimed.add(UUID.fromString(item.at("/response/id").asText())));
        return claimed;
    }

    private static void reward(Caller caller, JsonNode item) throws SQLException {
        call(
                caller,
                "create_reward",
                "{\"response_id\": \"%s\", \"score\": 1, \"lease_token\": \"%s\"}"
                        .formatted(item.at("/response/id").asText(), token(item)));
    }

    private static void skip(Caller caller, UUID response) throws SQLException {
        call(caller, "skip_item", "{\"response_id\": \"%s\", \"reason\": \"unsure\"}".formatted(response));
    }

    private static String token(JsonNode item) {
        return item.at("/lease/token").asText();
    }

    private static String tokens(JsonNode items) {
        List<String> tokens = new ArrayList<>();
        items.forEach(item -> tokens.add("\"" + token(item) + "\""));
        return "{\"tokens\": " + tokens + "}";
    }

    private static String status(UUID response) throws SQLException {
        return DATABASE.text("select private.status_of(r) from public.responses r where id = ?", response);
    }

    private static void expire() throws SQLException {
        set("update public.review_leases set expires_at = clock_timestamp() - interval '1 second'");
    }

    private static void set(String sql, Object... arguments) throws SQLException {
        DATABASE.asSuperuser(session -> session.write(sql, arguments));
    }
}

package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What waits for somebody's review, seen without taking it into their hand. */
final class WaitingTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @BeforeEach
    void startEmpty() throws SQLException {
        DATABASE.clear();
    }

    @Test
    void itIsInTheOrderInWhichItIsGivenOut() throws SQLException {
        UUID[] made = DATABASE.responses(6);
        DATABASE.asSuperuser(
                session -> session.write("update public.responses set priority = 5 where id = ?", made[3]));
        DATABASE.asSuperuser(
                session -> session.write("update public.responses set priority = -1 where id = ?", made[0]));
        Caller annotator = DATABASE.annotator();

        List<String> waiting = ids(list(annotator, Map.of()));

        JsonNode claimed = DATABASE.as(annotator, session -> session.call("claim_items", "{\"n\": 6}"));
        List<String> given = new ArrayList<>();
        claimed.path("data").forEach(item -> given.add(item.at("/response/id").asText()));
        assertThat(waiting).hasSize(6).isEqualTo(given);
        assertThat(ids(list(annotator, Map.of()))).isEqualTo(waiting);
    }

    @Test
    void nothingIsTakenIntoAnybodysHand() throws SQLException {
        DATABASE.responses(2);

        list(DATABASE.annotator(), Map.of());
        list(Caller.SERVICE, Map.of());

        assertThat(DATABASE.number("select count(*) from public.review_leases")).isZero();
    }

    @Test
    void whatTheCallerScoredAndWhatIsFlaggedOrReviewedIsNotAmongIt() throws SQLException {
        DATABASE.asSuperuser(session -> session.write("update public.workspace_settings set overlap = 2"));
        UUID[] made = DATABASE.responses(4);
        Caller one = DATABASE.annotator();
        Caller two = DATABASE.annotator();
        reward(one, made[0]);
        reward(one, made[1]);
        reward(two, made[1]);
        DATABASE.as(
                one,
                session -> session.call(
                        "flag_item", "{\"response_id\": \"%s\", \"reason\": \"other\"}".formatted(made[2])));

        assertThat(ids(list(one, Map.of()))).containsExactly(made[3].toString());
        assertThat(ids(list(two, Map.of()))).containsExactlyInAnyOrder(made[0].toString(), made[3].toString());
        assertThat(list(Caller.SERVICE, Map.of()).path("total").asInt()).isEqualTo(2);
    }

    @Test
    void whatAnAgentScoredIsNotAmongWhatWaitsForIt() throws SQLException {
        UUID[] made = DATABASE.responses(3);
        DATABASE.as(
                Caller.SERVICE,
                session -> session.call(
                        "create_reward",
                        "{\"response_id\": \"%s\", \"score\": 1, \"agent\": {\"name\": \"a\", \"version\": \"1\"}}"
                                .formatted(made[0])));
        Caller annotator = DATABASE.annotator();

        assertThat(ids(list(annotator, Map.of("agent", "a", "agent_version", "1"))))
                .containsExactly(made[1].toString(), made[2].toString());
        assertThat(list(annotator, Map.of("agent", "a", "agent_version", "1"))
                        .path("total")
                        .asInt())
                .isEqualTo(2);
        assertThat(ids(list(annotator, Map.of("agent", "a", "agent_version", "2"))))
                .hasSize(3);
        assertThat(ids(list(annotator, Map.of("agent", "a")))).hasSize(3);
        assertThat(ids(list(annotator, Map.of()))).hasSize(3);
        Refusals.assertRefused(() -> list(annotator, Map.of("agent_version", "1")), 400, "invalid_agent_version");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void pagesGoOnAfterWhatWasSeenWhateverWasReviewedSince(int size) throws SQLException {
        DATABASE.asSuperuser(session -> session.write("update public.workspace_settings set overlap = 3"));
        UUID[] made = DATABASE.responses(7);
        Caller annotator = DATABASE.annotator();
        DATABASE.asSuperuser(
                session -> session.write("update public.responses set priority = 2 where id = ?", made[5]));
        List<String> whole = ids(list(annotator, Map.of()));
        List<String> seen = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", String.valueOf(size)));
        JsonNode page;
        do {
            page = list(annotator, query);
            for (String id : ids(page)) {
                seen.add(id);
                reward(annotator, UUID.fromString(id));
                reward(DATABASE.annotator(), UUID.fromString(id));
            }
            query.put("cursor", page.path("next_cursor").asText());
        } while (page.path("next_cursor").isTextual());

        assertThat(seen).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1_2_3", "99999999999_1_00000000-0000-0000-0000-000000000000", "'; drop table x"})
    void aCursorThatNoListHasGivenIsRefused(String cursor) {
        Refusals.assertRefused(() -> list(Caller.SERVICE, Map.of("cursor", cursor)), 400, "invalid_cursor");
    }

    @Test
    void whoIsNoMemberSeesNothing() throws SQLException {
        Caller stranger = DATABASE.stranger();

        Refusals.assertRefused(() -> list(stranger, Map.of()), 403, "not_a_member");
    }

    private static void reward(Caller caller, UUID response) throws SQLException {
        DATABASE.as(
                caller,
                session ->
                        session.call("create_reward", "{\"response_id\": \"%s\", \"score\": 1}".formatted(response)));
    }

    private static JsonNode list(Caller caller, Map<String, String> query) throws SQLException {
        return DATABASE.as(caller, session -> session.call("list_waiting", query, null, Map.of()));
    }

    private static List<String> ids(JsonNode page) {
        List<String> ids = new ArrayList<>();
        page.path("data").forEach(row -> ids.add(row.path("id").asText()));
        return ids;
    }
}

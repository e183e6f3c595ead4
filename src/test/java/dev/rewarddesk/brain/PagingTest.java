package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paging by cursor, with rows that came at the same moment, and while rows come and go. */
final class PagingTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private Caller lead = Caller.ANON;
    private Caller reviewer = Caller.ANON;

    @BeforeEach
    void start() throws SQLException {
        DATABASE.clear();
        lead = DATABASE.lead();
        reviewer = DATABASE.annotator();
    }

    /** Each seed is another mix of page size, moments, and of rows added and deleted between pages. */
    @ParameterizedTest
    @CsvSource({
        "list_responses, 1",
        "list_responses, 2",
        "list_responses, 3",
        "list_responses, 4",
        "list_responses, 5",
        "list_responses, 6",
        "list_responses, 7",
        "list_responses, 8",
        "list_rewards, 1",
        "list_rewards, 2",
        "list_rewards, 3",
        "list_rewards, 4",
        "list_rewards, 5",
        "list_rewards, 6",
        "list_rewards, 7",
        "list_rewards, 8"
    })
    void whatStaysIsSeenOnceWhateverComesAndGoes(String list, long seed) throws SQLException {
        Random random = new Random(seed);
        int moments = 1 + random.nextInt(5);
        Set<String> staying = new HashSet<>();
        List<String> leaving = new ArrayList<>();
        for (int row = 5 + random.nextInt(30); row > 0; row--) {
            String id = add(list, random.nextInt(moments));
            if (random.nextInt(4) == 0) {
                leaving.add(id);
            } else {
                staying.add(id);
            }
        }
        List<String> seen = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", String.valueOf(1 + random.nextInt(7))));
        for (JsonNode cursor = page(list, query, seen); cursor.isTextual(); cursor = page(list, query, seen)) {
            query.put("cursor", cursor.asText());
            // Newer than all, so that a page without end would be one: the list goes back in time.
            add(list, moments + 1);
            add(list, random.nextInt(moments));
            if (!leaving.isEmpty()) {
                delete(list, leaving.removeLast());
            }
        }

        assertThat(seen).doesNotHaveDuplicates().containsAll(staying);
    }

    @Test
    void othersRewardsAreNeitherListedNorCountedNorFound() throws SQLException {
        UUID response = DATABASE.response();
        Caller other = DATABASE.annotator();
        DATABASE.asSuperuser(session -> session.write(
                "insert into public.rewards (response_id, reviewer_id, score, comment) values (?, ?, 1, 'a zyzzyva')",
                response,
                other.account()));

        for (Map<String, String> query : List.of(
                Map.<String, String>of(),
                Map.of("q", "zyzzyva"),
                Map.of("q", "zyzzyva", "count", "bounded"),
                Map.of("reviewer_id", other.account().toString()),
                Map.of("response_id", response.toString(), "details", "true"))) {
            JsonNode own = call(reviewer, "list_rewards", query);
            assertThat(own.path("data")).isEmpty();
            assertThat(own.path("total").asInt()).isZero();
            assertThat(call(lead, "list_rewards", query).path("total").asInt()).isEqualTo(1);
            assertThat(call(other, "list_rewards", query).path("total").asInt()).isEqualTo(1);
            assertThat(call(Caller.SERVICE, "list_rewards", query).path("total").asInt())
                    .isEqualTo(1);
        }
    }

    private JsonNode page(String list, Map<String, String> query, List<String> seen) throws SQLException {
        JsonNode page = call(lead, list, query);
        page.path("data").forEach(row -> seen.add(row.path("id").asText()));
        return page.path("next_cursor");
    }

    private static JsonNode call(Caller caller, String list, Map<String, String> query) throws SQLException {
        return DATABASE.as(caller, session -> session.call(list, query, null, Map.of()));
    }

    private static String add(String list, int moment) throws SQLException {
        return DATABASE.asSuperuser(session -> {
            UUID response = session.uuid(
                    "insert into public.responses (user_id, prompt, response_text, created_at) "
                            + "values ('p', 'q', 'a', timestamptz '2026-01-01Z' + ? * interval '1 microsecond') returning id",
                    moment);
            if (list.equals("list_responses")) {
                return response.toString();
            }
            return session.text(
                    "insert into public.rewards (response_id, source, score, created_at) "
                            + "values (?, 'pipeline', 0, timestamptz '2026-01-01Z' + ? * interval '1 microsecond') returning id",
                    response,
                    moment);
        });
    }

    private static void delete(String list, String id) throws SQLException {
        String table = list.equals("list_responses") ? "responses" : "rewards";
        DATABASE.asSuperuser(
                session -> session.write("delete from public." + table + " where id = ?", UUID.fromString(id)));
    }
}

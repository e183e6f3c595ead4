package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The review queue under many hands. */
final class QueueRaceTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int REVIEWERS = 8;

    /** Responses with more reviews and places held than the overlap. */
    private static final String CROWDED = """
            select r.id, r.review_count, l.held from public.responses r
            cross join lateral (select count(*) as held from public.review_leases l
              where l.response_id = r.id and l.expires_at > clock_timestamp()) l
            where r.review_count + l.held > (select overlap from public.workspace_settings)
            """;

    private static final String WAITING = "select count(*) from pg_stat_activity "
            + "where datname = current_database() and wait_event_type = 'Lock'";

    @BeforeEach
    void emptyTheQueue() throws SQLException {
        DATABASE.clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void reviewersWhoClaimAtTheSameTimeNeverHoldMoreThanTheOverlap(int overlap) throws Exception {
        overlap(overlap);
        DATABASE.responses(20);
        List<Caller> reviewers = reviewers();

        List<Set<String>> hands = Race.of(REVIEWERS, number -> claim(reviewers.get(number), 6));

        assertThat(DATABASE.rows(CROWDED)).isEmpty();
        assertThat(hands.stream().mapToInt(Set::size).sum())
                .as("every place is given")
                .isEqualTo(Math.min(20 * overlap, REVIEWERS * 6));
    }

    @Test
    void nobodyIsToldThatTheQueueIsEmptyWhileAPlaceIsFree() throws Exception {
        overlap(REVIEWERS);
        DATABASE.responses(1);
        List<Caller> reviewers = reviewers();

        List<Set<String>> hands = Race.of(REVIEWERS, number -> claim(reviewers.get(number), 1));

        assertThat(hands).allSatisfy(hand -> assertThat(hand).hasSize(1));
    }

    @Test
    void twoWindowsOfOneReviewerGetOneHand() throws Exception {
        DATABASE.responses(30);
        Caller reviewer = DATABASE.annotator();

        List<Set<String>> hands = Race.of(REVIEWERS, number -> claim(reviewer, 4));

        assertThat(new HashSet<>(hands)).hasSize(1);
        assertThat(hands.getFirst()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theWholeQueueIsWorkedOffByManyWithSlownessSkipsAndRenewals(int overlap) throws Exception {
        overlap(overlap);
        int responses = 24;
        DATABASE.responses(responses);
        List<Caller> reviewers = reviewers();
        AtomicBoolean crowded = new AtomicBoolean();

        Race.of(REVIEWERS, number -> workUntilNothingIsLeft(reviewers.get(number), new Random(number), crowded));

        assertThat(crowded).isFalse();
        assertThat(DATABASE.number("select count(*) from public.responses r where private.status_of(r) = 'reviewed'"))
                .isEqualTo(responses);
        assertThat(DATABASE.number("select count(*) from public.rewards")).isEqualTo((long) responses * overlap);
        assertThat(DATABASE.number("select count(*) from public.responses r where review_count <> "
                        + "(select count(*) from public.rewards w where w.response_id = r.id)"))
                .isZero();
        assertThat(DATABASE.number("select count(*) from public.review_leases where expires_at > clock_timestamp()"))
                .isZero();
    }

    @Test
    void aChangeOfOverlapAmongRewardsLeavesEveryCountRight() throws Exception {
        UUID[] responses = DATABASE.responses(12);
        List<Caller> reviewers = reviewers();

        Race.of(REVIEWERS, number -> {
            for (int index = 0; index < responses.length; index++) {
                if (number == 0) {
                    overlap(1 + index % 3);
                } else if ((index + number) % 3 == 0) {
                    reward(reviewers.get(number), responses[index].toString(), null);
                }
            }
            return number;
        });

        List<List<@Nullable Object>> wrong =
                DATABASE.rows("select r.id, r.review_count from public.responses r where r.review_count <> "
                        + "(select count(*) from public.rewards w where w.response_id = r.id and w.source = 'person')");
        assertThat(wrong).isEmpty();
    }

    @Test
    void aRewardUnderWayIsCountedByTheOverlapThatIsSetMeanwhile() throws Exception {
        overlap(2);
        UUID response = DATABASE.response();
        Caller reviewer = DATABASE.annotator();
        try (Session session = DATABASE.authenticator();
                ExecutorService lead = Executors.newSingleThreadExecutor()) {
            session.begin(reviewer);
            session.call("create_reward", "{\"response_id\": \"%s\", \"score\": 0.5}".formatted(response));
            Future<?> change = lead.submit(() -> {
                overlap(1);
                return null;
            });
            Instant deadline = Instant.now().plusSeconds(20);
            while (!change.isDone() && DATABASE.number(WAITING) == 0) {
                assertThat(Instant.now()).isBefore(deadline);
                Thread.onSpinWait();
            }
            session.commit();
            change.get();
        }

        assertThat(DATABASE.text("select private.status_of(r) from public.responses r"))
                .isEqualTo("reviewed");
    }

    private static int workUntilNothingIsLeft(Caller reviewer, Random random, AtomicBoolean crowded) throws Exception {
        int done = 0;
        for (int round = 0; round < 400; round++) {
            List<JsonNode> hand = items(reviewer, 1 + random.nextInt(3));
            if (hand.isEmpty() && left(reviewer) == 0) {
                return done;
            }
            for (JsonNode item : hand) {
                done += workOn(reviewer, item, random);
            }
            if (!DATABASE.rows(CROWDED).isEmpty()) {
                crowded.set(true);
            }
        }
        throw new AssertionError("the queue is never worked off");
    }

    private static int workOn(Caller reviewer, JsonNode item, Random random) throws SQLException {
        String response = item.path("response").path("id").asText();
        String token = item.path("lease").path("token").asText();
        switch (random.nextInt(10)) {
            case 0 ->
                // Too slow: the time runs out, and the reward comes all the same.
                DATABASE.asSuperuser(session -> session.write(
                        "update public.review_leases set expires_at = clock_timestamp() - interval '1 second' "
                                + "where token = ?::uuid",
                        token));
            case 1 ->
                DATABASE.as(
                        reviewer, session -> session.call("renew_items", "{\"tokens\": [\"%s\"]}".formatted(token)));
            case 2 -> {
                DATABASE.as(
                        reviewer, session -> session.call("release_items", "{\"tokens\": [\"%s\"]}".formatted(token)));
                return 0;
            }
            default -> {}
        }
        try {
            reward(reviewer, response, token);
            return 1;
        } catch (SQLException lost) {
            assertThat(lost.getSQLState()).as(lost.getMessage()).isEqualTo("PT409");
            return 0;
        }
    }

    private static void reward(Caller reviewer, String response, @Nullable String token) throws SQLException {
        String lease = token == null ? "" : ", \"lease_token\": \"%s\"".formatted(token);
        DATABASE.as(
                reviewer,
                session -> session.call(
                        "create_reward", "{\"response_id\": \"%s\", \"score\": 0.5%s}".formatted(response, lease)));
    }

    private static long left(Caller reviewer) throws SQLException {
        JsonNode progress = DATABASE.as(reviewer, session -> session.call("review_progress", "{}"));
        return progress.path("data").path("left").asLong();
    }

    private static List<JsonNode> items(Caller reviewer, int count) throws SQLException {
        JsonNode answer = DATABASE.as(reviewer, session -> session.call("claim_items", "{\"n\": %d}".formatted(count)));
        List<JsonNode> items = new ArrayList<>();
        answer.path("data").forEach(items::add);
        return items;
    }

    private static Set<String> claim(Caller reviewer, int count) throws SQLException {
        Set<String> responses = new HashSet<>();
        items(reviewer, count)
                .forEach(item -> responses.add(item.path("response").path("id").asText()));
        return responses;
    }

    private static List<Caller> reviewers() throws SQLException {
        List<Caller> reviewers = new ArrayList<>();
        for (int number = 0; number < REVIEWERS; number++) {
            reviewers.add(DATABASE.annotator());
        }
        return reviewers;
    }

    private static void overlap(int overlap) throws SQLException {
        DATABASE.asSuperuser(session -> session.write("update public.workspace_settings set overlap = ?", overlap));
    }
}

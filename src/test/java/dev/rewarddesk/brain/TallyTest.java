package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept about rewards is what the rewards say, whatever happens to them and however many write at once. */
final class TallyTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final List<String> KEPT = List.of(
            "select response_id, producer, image_id, category, rewards, total, squares, first_at, last_at, scorings::text"
                    + " from private.scored_responses where rewards > 0 order by 1",
            "select producer, facet, place, name, sum(responses), sum(rewards), trim_scale(sum(total)), trim_scale(sum(squares)),"
                    + " trim_scale(sum(inside)) from (select * from private.tallies union all select producer, facet, place, name, responses,"
                    + " rewards, total, squares, inside from private.tally_changes where facet <> 'image') t group by 1, 2, 3, 4 having sum(responses) <> 0 or sum(rewards) <> 0 order by 1, 2, 3, 4",
            "select producer, image_id, sum(responses), trim_scale(sum(total)) from (select * from private.image_tallies union all"
                    + " select producer, name::uuid, responses, total * 1e12 from private.tally_changes where facet = 'image') t"
                    + " group by 1, 2 having sum(responses) <> 0 order by 1, 2");

    private static final int REVIEWERS = 6;

    private List<Caller> reviewers = List.of();
    private Caller lead = Caller.SERVICE;

    @BeforeEach
    void startEmpty() throws SQLException {
        DATABASE.clear();
        lead = DATABASE.lead();
        List<Caller> made = new ArrayList<>();
        for (int number = 0; number < REVIEWERS; number++) {
            made.add(DATABASE.annotator());
        }
        reviewers = made;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsKeptIsWhatTheRowsSayAfterManyWroteAtOnce(long seed) throws Exception {
        prepare();
        Race.of(REVIEWERS, number -> {
            Random random = new Random(seed * 100 + number);
            try (Session session = DATABASE.superuser()) {
                for (int step = 0; step < 120; step++) {
                    change(session, random, reviewers.get(number));
                }
            }
            return number;
        });
        List<JsonNode> before = evidence();
        List<String> kept = kept();
        assertThat(before).hasSizeGreaterThan(2);
        for (JsonNode one : before.subList(0, before.size() - 1)) {
            assertSummary(
                    one.at("/data/summary"),
                    summaryOfRows(one.at("/data/checkpoint/id").asText()));
        }

        for (String column : List.of("model", "category", "session")) {
            assertThat(DATABASE.rows(facetOf(column))).as(column).isEqualTo(DATABASE.rows(rowsOf(column)));
        }

        DATABASE.asSuperuser(session -> session.rows("select private.recount_tallies()"));

        assertThat(kept()).isEqualTo(kept);
        assertThat(evidence()).isEqualTo(before);
    }

    private static String facetOf(String column) {
        return "select name, responses from private.tallied(array[private.whole_workspace()], array['%s']) order by 1"
                .formatted(column.equals("category") ? "response_category" : column);
    }

    private static String rowsOf(String column) {
        String name = column.equals("category") ? column : column + "_id";
        return "select %1$s collate \"C\" as name, count(*) as responses from public.responses where %1$s is not null group by 1 order by 1"
                .formatted(name);
    }

    // Each reviewer has an own transaction open for as long as the others score: who waited for another would wait in
    // vain.
    @Test
    void whoScoresAnotherResponseOfTheSameCheckpointWaitsForNobody() throws Exception {
        prepare();
        UUID[] responses = DATABASE.responses(REVIEWERS);
        List<Session> open = new ArrayList<>();
        try {
            for (int number = 0; number < REVIEWERS; number++) {
                Session session = DATABASE.superuser();
                open.add(session);
                session.write("set lock_timeout = '5s'");
                score(session, responses[number], reviewers.get(number), 0.5);
                session.rows("select private.fold_tallies()");
            }
            for (Session session : open) {
                session.commit();
            }
        } finally {
            for (Session session : open) {
                session.close();
            }
        }
        List<String> kept = kept();
        DATABASE.asSuperuser(session -> session.rows("select private.recount_tallies()"));
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void aTransactionThatDoesNotSeeTheNewestFoldsNothing() throws Exception {
        prepare();
        UUID[] responses = DATABASE.responses(2);
        try (Session old = DATABASE.superuser()) {
            old.write("set transaction isolation level repeatable read");
            old.rows("select count(*) from public.rewards");
            DATABASE.asSuperuser(session -> score(session, responses[0], reviewers.get(0), 0.5));
            DATABASE.asSuperuser(session -> session.rows("select private.fold_tallies()"));
            score(old, responses[1], reviewers.get(1), -0.5);
            old.rows("select private.fold_tallies()");
            old.commit();
        }
        List<String> kept = kept();
        DATABASE.asSuperuser(session -> session.rows("select private.recount_tallies()"));
        assertThat(kept()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into public.rewards (response_id, source, score) values (?, 'pipeline', 0.5)",
                "update public.responses set session_id = gen_random_uuid() where id = ?"
            })
    void whatIsAppendedIsFoldedWhoeverWrites(String sql) throws SQLException {
        UUID response = DATABASE.response();
        DATABASE.asSuperuser(session -> {
            for (int time = 0; time < 1000; time++) {
                session.write(sql, response);
            }
            return 0;
        });

        assertThat(DATABASE.number("select count(*) from private.tally_changes"))
                .as("of a thousand and more")
                .isLessThan(600);
    }

    @Test
    void whatMovesAtOnceIsCountedAtOnce() throws SQLException {
        prepare();
        DATABASE.asSuperuser(session -> {
            session.write(
                    "update public.responses set checkpoint_id = (select id from public.checkpoints where version = 'v3')");
            session.write(
                    "insert into public.rewards (response_id, reviewer_id, score) select id, ?, 0.5 from public.responses",
                    reviewers.getFirst().account());
            session.rows("select private.fold_tallies(), setval('private.tally_turns', 1)");
            session.write("delete from public.checkpoints where version = 'v3'");
            assertThat(session.number("select count(*) from private.tally_changes where facet = 'reviewer'"))
                    .as("one for whom they left and one for each of the four models")
                    .isEqualTo(5);
            return 0;
        });

        List<String> kept = kept();
        DATABASE.asSuperuser(session -> session.rows("select private.recount_tallies()"));
        assertThat(kept()).isEqualTo(kept);
    }

    @Test
    void emptyingTheTablesEmptiesWhatIsKept() throws SQLException {
        prepare();
        DATABASE.asSuperuser(session ->
                score(session, session.uuid("select id from public.responses limit 1"), reviewers.getFirst(), 1));
        DATABASE.asSuperuser(session -> session.write("truncate public.images, public.responses cascade"));

        assertThat(kept()).containsOnly("[]");
    }

    private static void assertSummary(JsonNode told, JsonNode rows) {
        for (String exact : List.of(
                "rewards", "responses", "reviewers", "positive", "neutral", "negative", "first_at", "last_at")) {
            assertThat(told.path(exact).asText())
                    .as(exact)
                    .isEqualTo(rows.path(exact).asText());
        }
        assertThat(told.path("median_seconds").asDouble())
                .isCloseTo(rows.path("median_seconds").asDouble(), within(1e-12));
        for (String rounded : List.of("mean", "standard_deviation")) {
            assertThat(told.at("/reward/" + rounded).asDouble())
                    .isCloseTo(rows.path(rounded).asDouble(), within(1e-12));
        }
    }

    private static void prepare() throws SQLException {
        DATABASE.asSuperuser(session -> {
            session.write(
                    "insert into public.checkpoints (version, storage_key) select 'v' || n, 'k' from generate_series(1, 3) n");
            session.write("""
                    insert into public.images (file_name, storage_path, sha256, content_type, size_bytes, width, height, category)
                    select 'a.png', n::text, encode(sha256(n::text::bytea), 'hex'), 'image/png', 1, 1, 1, 'c' || n % 3
                    from generate_series(1, 8) n
                    """);
            return session.write("""
                    insert into public.responses (user_id, prompt, response_text, image_id, model_id)
                    select 'p', 'q', 'a', i.id, 'v' || n from public.images i, generate_series(1, 4) n
                    """);
        });
    }

    // One random change in a transaction of its own; what two want at once and only one may have is left undone.
    private static void change(Session session, Random random, Caller reviewer) throws SQLException {
        try {
            switch (random.nextInt(17)) {
                case 0 -> session.write("delete from public.rewards where id = " + any("rewards", random));
                case 1 -> session.write("delete from public.responses where id = " + any("responses", random));
                case 2 ->
                    session.write(
                            "update public.responses set checkpoint_id = (select id from public.checkpoints where version = ?)"
                                    + " where id = " + any("responses", random),
                            version(random));
                case 3 ->
                    session.write(
                            "update public.responses set model_id = ? where id = " + any("responses", random),
                            version(random));
                case 4 ->
                    session.write(
                            "update public.images set category = ? where id = " + any("images", random),
                            "c" + random.nextInt(3));
                case 5 ->
                    session.write(
                            "insert into public.responses (user_id, prompt, response_text, image_id, model_id) values"
                                    + " ('p', 'q', 'a', " + any("images", random) + ", 'v1')");
                case 6 ->
                    session.write("update public.responses set image_id = " + any("images", random) + " where id = "
                            + any("responses", random));
                case 7 ->
                    session.write(
                            "insert into public.rewards (response_id, source, score) values ("
                                    + any("responses", random) + ", 'pipeline', ?)",
                            0.25);
                case 13 ->
                    session.write(
                            "insert into public.rewards (response_id, source, agent_name, agent_version, score) values ("
                                    + any("responses", random) + ", 'agent', ?, '1', ?)",
                            "a" + random.nextInt(100),
                            0.75);
                case 8, 9, 10 ->
                    session.write(
                            "update public.rewards set score = ?, feedback_type = ?, seconds_spent = ? where id = "
                                    + any("rewards", random),
                            random.nextInt(-100, 101) / 100.0,
                            random.nextBoolean() ? "like" : null,
                            random.nextDouble() * 30);
                case 12 ->
                    session.write(
                            "update public.responses set session_id = ? where id = " + any("responses", random),
                            random.nextBoolean() ? "s" + random.nextInt(3) : null);
                case 11 -> session.write("delete from public.checkpoints where version = ? and not is_active", "v3");
                default ->
                    score(
                            session,
                            session.uuid("select coalesce(" + any("responses", random) + ", gen_random_uuid())"),
                            reviewer,
                            random.nextDouble() * 2 - 1);
            }
            session.commit();
        } catch (SQLException refused) {
            session.rollback();
            // Scored by this person before, or gone meanwhile; or two changes of several rows that wait for each other.
            assertThat(refused.getSQLState()).as(refused.getMessage()).isIn("23505", "23503", "40P01", "PT404");
        }
    }

    private static int score(Session session, @Nullable Object response, Caller reviewer, double score)
            throws SQLException {
        return session.write(
                "insert into public.rewards (response_id, reviewer_id, score, seconds_spent) values (?, ?, ?, ?)",
                response,
                reviewer.account(),
                score,
                Math.abs(score) * 10);
    }

    private static String any(String table, Random random) {
        return "(select id from public.%s order by md5(id::text || '%d') limit 1)"
                .formatted(table, random.nextInt(1000));
    }

    private static String version(Random random) {
        return "v" + (1 + random.nextInt(4));
    }

    private static List<String> kept() throws SQLException {
        List<String> kept = new ArrayList<>();
        for (String question : KEPT) {
            kept.add(String.valueOf(DATABASE.rows(question)));
        }
        return kept;
    }

    // Straight from the rows, as PostgreSQL's own aggregates have it.
    private static JsonNode summaryOfRows(String checkpoint) throws SQLException {
        return Session.json(DATABASE.text("""
                with w as (
                  select w.* from public.checkpoints c, public.responses r, public.rewards w
                  where c.id = ?::uuid and (r.checkpoint_id = c.id or r.checkpoint_id is null and r.model_id = c.version)
                    and w.response_id = r.id and w.source = 'person'
                ), unit as (select avg(score) as mean from w group by response_id)
                select jsonb_build_object('rewards', count(*), 'responses', (select count(*) from unit),
                  'reviewers', count(distinct reviewer_id), 'positive', count(*) filter (where score > 0),
                  'neutral', count(*) filter (where score = 0), 'negative', count(*) filter (where score < 0),
                  'mean', (select avg(mean) from unit), 'standard_deviation', (select stddev_samp(mean) from unit),
                  'median_seconds', percentile_cont(0.5) within group (order by seconds_spent),
                  'first_at', min(created_at), 'last_at', max(created_at)) from w
                """, checkpoint));
    }

    private List<JsonNode> evidence() throws SQLException {
        List<JsonNode> all = new ArrayList<>();
        for (JsonNode checkpoint : read("list_checkpoints", Map.of()).path("data")) {
            all.add(read("read_evidence", Map.of("id", checkpoint.path("id").asText())));
        }
        all.add(read("read_statistics", Map.of()));
        return all;
    }

    private JsonNode read(String operation, Map<String, String> query) throws SQLException {
        return DATABASE.as(lead, session -> session.call(operation, query, null, Map.of()));
    }
}

package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may do what with which table or view, every one of them. */
final class AccessMatrixTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /**
     * {@code -}: no privilege, or the policy's check refuses; {@code 0}: no row is reached; {@code own}: one's own rows;
     * {@code all}: every row; {@code yes}: may insert. "other" is another annotator, "stranger" signed in but no member.
     */
    private static final String MATRIX = """
            table                          verb      anon  annotator  other  lead  service  stranger
            public.members                 select    -     own        own    all   all      0
            public.members                 insert    -     -          -      yes   yes      -
            public.members                 update    -     0          0      all   all      0
            public.members                 delete    -     0          0      all   all      0
            public.workspace_settings      select    -     all        all    all   all      0
            public.workspace_settings      insert    -     -          -      -     -        -
            public.workspace_settings      update    -     0          0      all   all      0
            public.workspace_settings      delete    -     -          -      -     -        -
            public.images                  select    -     all        all    all   all      0
            public.images                  insert    -     -          -      yes   yes      -
            public.images                  update    -     0          0      all   all      0
            public.images                  delete    -     0          0      all   all      0
            public.responses               select    -     all        all    all   all      0
            public.responses               insert    -     -          -      yes   yes      -
            public.responses               update    -     0          0      all   all      0
            public.responses               delete    -     0          0      all   all      0
            public.rewards                 select    -     own        own    all   all      0
            public.rewards                 insert    -     yes        yes    yes   yes      -
            public.rewards                 update    -     own        own    all   all      0
            public.rewards                 delete    -     0          0      all   all      0
            public.reward_history          select    -     own        own    all   all      0
            public.reward_history          insert    -     -          -      -     -        -
            public.reward_history          update    -     -          -      -     -        -
            public.reward_history          delete    -     -          -      -     -        -
            public.review_leases           select    -     own        own    all   all      0
            public.review_leases           insert    -     -          -      -     yes      -
            public.review_leases           update    -     -          -      -     all      -
            public.review_leases           delete    -     -          -      -     all      -
            public.review_skips            select    -     own        own    all   all      0
            public.review_skips            insert    -     -          -      -     yes      -
            public.review_skips            update    -     -          -      -     all      -
            public.review_skips            delete    -     -          -      -     all      -
            public.review_flags            select    -     own        own    all   all      0
            public.review_flags            insert    -     -          -      -     yes      -
            public.review_flags            update    -     -          -      -     all      -
            public.review_flags            delete    -     -          -      -     all      -
            public.checkpoints             select    -     all        all    all   all      0
            public.checkpoints             insert    -     -          -      yes   yes      -
            public.checkpoints             update    -     0          0      all   all      0
            public.checkpoints             delete    -     0          0      all   all      0
            public.checkpoint_activations  select    -     all        all    all   all      0
            public.checkpoint_activations  insert    -     -          -      -     -        -
            public.checkpoint_activations  update    -     -          -      -     -        -
            public.checkpoint_activations  delete    -     -          -      -     -        -
            public.checkpoint_schedules    select    -     all        all    all   all      0
            public.checkpoint_schedules    insert    -     -          -      -     -        -
            public.checkpoint_schedules    update    -     -          -      -     -        -
            public.checkpoint_schedules    delete    -     -          -      -     -        -
            public.training_data_view      select    -     own        own    all   all      0
            public.agent_data_view         select    -     0          0      all   all      0
            public.rft_statistics_view     select    -     all        all    all   all      all
            private.idempotency_keys       select    -     -          -      -     -        -
            private.idempotency_keys       insert    -     -          -      -     -        -
            private.idempotency_keys       update    -     -          -      -     -        -
            private.idempotency_keys       delete    -     -          -      -     -        -
            private.objects_under_way      select    -     -          -      -     all      -
            private.objects_under_way      insert    -     -          -      -     -        -
            private.objects_under_way      update    -     -          -      -     -        -
            private.objects_under_way      delete    -     -          -      -     all      -
            private.scored_responses       select    -     0          0      all   all      0
            private.scored_responses       insert    -     -          -      -     -        -
            private.scored_responses       update    -     -          -      -     -        -
            private.scored_responses       delete    -     -          -      -     -        -
            private.tallies                select    -     own        own    all   all      0
            private.tallies                insert    -     -          -      -     -        -
            private.tallies                update    -     -          -      -     -        -
            private.tallies                delete    -     -          -      -     -        -
            private.image_tallies          select    -     0          0      all   all      0
            private.image_tallies          insert    -     -          -      -     -        -
            private.image_tallies          update    -     -          -      -     -        -
            private.image_tallies          delete    -     -          -      -     -        -
            private.tally_changes          select    -     own        own    all   all      0
            private.tally_changes          insert    -     -          -      -     -        -
            private.tally_changes          update    -     -          -      -     -        -
            private.tally_changes          delete    -     -          -      -     -        -
            storage.buckets                select    -     0          0      0     all      0
            storage.buckets                insert    -     -          -      -     -        -
            storage.buckets                update    -     -          -      -     -        -
            storage.buckets                delete    -     -          -      -     -        -
            storage.objects                select    -     all        all    all   all      0
            storage.objects                insert    -     -          -      -     yes      -
            storage.objects                update    -     0          0      0     all      0
            storage.objects                delete    -     0          0      0     all      0
            """;

    /** A row that each table takes; {@code :me} is the caller's account. */
    private static final Map<String, String> INSERTS = Map.ofEntries(
            Map.entry("public.members", "(user_id, role) select id, 'annotator' from seed.unused_account"),
            Map.entry("public.workspace_settings", "(name) values ('Mine')"),
            Map.entry(
                    "public.images",
                    "(file_name, storage_path, sha256, content_type, size_bytes, width, height) "
                            + "values ('a', 'a', repeat('a', 64), 'image/png', 1, 1, 1)"),
            Map.entry("public.responses", "(user_id, prompt, response_text) values ('p', 'q', 'a')"),
            Map.entry(
                    "public.rewards",
                    "(response_id, reviewer_id, source, score) select r.id, :me, "
                            + "case when :me::uuid is null then 'pipeline' else 'person' end, 0.5 from seed.fresh_response r"),
            Map.entry(
                    "public.reward_history",
                    "(reward_id, response_id, operation, revision, former) "
                            + "values (gen_random_uuid(), gen_random_uuid(), 'update', 1, '{}')"),
            Map.entry(
                    "public.review_leases",
                    "(response_id, reviewer_id, expires_at) select r.id, a.id, now() from seed.fresh_response r, seed.unused_account a"),
            Map.entry(
                    "public.review_skips",
                    "(response_id, reviewer_id) select r.id, a.id from seed.fresh_response r, seed.unused_account a"),
            Map.entry("public.review_flags", "(response_id, reason) select r.id, 'other' from seed.fresh_response r"),
            Map.entry("public.checkpoints", "(version, storage_key) values ('mine', 'k')"),
            Map.entry(
                    "public.checkpoint_activations",
                    "(checkpoint_id, checkpoint_version, kind, actor_name) "
                            + "values (gen_random_uuid(), 'v', 'activate', 'me')"),
            Map.entry(
                    "public.checkpoint_schedules",
                    "(checkpoint_id, checkpoint_version, due_at, reason, actor_name) "
                            + "values (gen_random_uuid(), 'v', now(), 'r', 'me')"),
            Map.entry("private.idempotency_keys", "(actor, key, request_hash) values ('a', 'k', 'h')"),
            Map.entry("private.objects_under_way", "(path) values ('mine')"),
            Map.entry("private.scored_responses", "(response_id) values (gen_random_uuid())"),
            Map.entry("private.tallies", "values (gen_random_uuid(), 'type', 0, '', 0, 0, 0, 0, 0)"),
            Map.entry("private.image_tallies", "values (gen_random_uuid(), gen_random_uuid(), 0, 0)"),
            Map.entry("private.tally_changes", "values (gen_random_uuid(), 'type', 0, '', 0, 0, 0, 0, 0)"),
            Map.entry("storage.buckets", "(id, name) values ('b', 'b')"),
            Map.entry("storage.objects", "(bucket_id, name) values ('scraped-images', 'mine')"));

    private static final Map<String, String> COLUMN_TO_CHANGE = Map.ofEntries(
            Map.entry("public.members", "display_name"),
            Map.entry("public.workspace_settings", "name"),
            Map.entry("public.images", "alt_text"),
            Map.entry("public.responses", "prompt"),
            Map.entry("public.rewards", "comment"),
            Map.entry("public.reward_history", "revision"),
            Map.entry("public.review_leases", "expires_at"),
            Map.entry("public.review_skips", "reason"),
            Map.entry("public.review_flags", "comment"),
            Map.entry("public.checkpoints", "url"),
            Map.entry("public.checkpoint_activations", "reason"),
            Map.entry("public.checkpoint_schedules", "state"),
            Map.entry("private.idempotency_keys", "response"),
            Map.entry("private.objects_under_way", "created_at"),
            Map.entry("private.scored_responses", "rewards"),
            Map.entry("private.tallies", "rewards"),
            Map.entry("private.image_tallies", "total"),
            Map.entry("private.tally_changes", "rewards"),
            Map.entry("storage.buckets", "name"),
            Map.entry("storage.objects", "metadata"));

    private static Map<String, Caller> callers = Map.of();

    private record Cell(String table, String verb, String caller, String expected) {}

    @BeforeAll
    static void putRowsOfTwoAnnotatorsIntoEveryTable() throws SQLException {
        Caller annotator = DATABASE.annotator();
        Caller other = DATABASE.annotator();
        callers = new LinkedHashMap<>();
        callers.put("anon", Caller.ANON);
        callers.put("annotator", annotator);
        callers.put("other", other);
        callers.put("lead", DATABASE.lead());
        callers.put("service", Caller.SERVICE);
        callers.put("stranger", DATABASE.stranger());
        for (Caller person : List.of(annotator, other)) {
            DATABASE.asSuperuser(session -> new Seed(session).everythingOf(person.account()));
        }
        DATABASE.asSuperuser(session -> new Seed(session).whatIsNobodys());
        // That the last lead stays has tests of its own; here every row is to be deleted.
        DATABASE.asSuperuser(session -> session.write("alter table public.members disable trigger keep_a_lead"));
    }

    @TestFactory
    Stream<DynamicTest> everyCellHolds() {
        return cells().map(cell -> DynamicTest.dynamicTest(
                "%s may %s %s: %s".formatted(cell.caller(), cell.verb(), cell.table(), cell.expected()),
                () -> assertThat(outcome(cell)).isEqualTo(cell.expected())));
    }

    @TestFactory
    Stream<DynamicTest> nobodyTruncates() {
        return tables().flatMap(table -> callers.keySet().stream()
                .map(caller -> DynamicTest.dynamicTest(
                        caller + " may not truncate " + table,
                        () -> assertThat(outcome(new Cell(table, "truncate", caller, "-")))
                                .isEqualTo("-"))));
    }

    @Test
    void everyTableAndViewIsInTheMatrix() throws SQLException {
        List<String> there = DATABASE.rows("""
                        select c.relnamespace::regnamespace || '.' || c.relname from pg_class c
                        where c.relkind in ('r', 'p', 'v', 'm', 'f')
                          and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace,
                            'desk'::regnamespace, 'storage'::regnamespace)
                        """).stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
        Set<String> views = Set.of("public.training_data_view", "public.agent_data_view", "public.rft_statistics_view");
        Set<String> wanted = new TreeSet<>();
        for (String table : there) {
            for (String verb :
                    views.contains(table) ? List.of("select") : List.of("select", "insert", "update", "delete")) {
                wanted.add(table + " " + verb);
            }
        }

        Set<String> described = new TreeSet<>();
        cells().forEach(cell -> described.add(cell.table() + " " + cell.verb()));
        assertThat(described).isEqualTo(wanted);
    }

    @Test
    void everyTableHasRowSecurity() throws SQLException {
        assertThat(DATABASE.rows("""
                        select c.oid::regclass from pg_class c
                        where c.relkind in ('r', 'p') and not c.relrowsecurity
                          and c.relnamespace in ('public'::regnamespace, 'private'::regnamespace,
                            'storage'::regnamespace, 'auth'::regnamespace)
                        """)).isEmpty();
    }

    @Test
    void viewsAskAsTheirReaderAndAreReadOnly() throws SQLException {
        assertThat(DATABASE.rows("""
                        select c.oid::regclass from pg_class c
                        where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace
                          and not coalesce(c.reloptions @> array['security_invoker=true'], false)
                        """)).isEmpty();
        for (String caller : callers.keySet()) {
            for (String verb : List.of("insert", "update", "delete")) {
                assertThat(DATABASE.rows(
                                "select has_table_privilege(?, 'public.training_data_view', ?)", role(caller), verb))
                        .containsExactly(List.of(false));
            }
        }
    }

    @Test
    void noSignInTableIsOpenToAnybody() throws SQLException {
        assertThat(DATABASE.rows("""
                        select c.oid::regclass, r.role, v.verb from pg_class c,
                          unnest(array['anon', 'authenticated', 'service_role', 'authenticator']) r (role),
                          unnest(array['select', 'insert', 'update', 'delete', 'truncate']) v (verb)
                        where c.relnamespace = 'auth'::regnamespace and c.relkind = 'r'
                          and has_table_privilege(r.role, c.oid, v.verb)
                        """)).isEmpty();
    }

    @Test
    void aStrangersStatisticsAreEmpty() throws SQLException {
        List<List<@Nullable Object>> seen = DATABASE.as(
                callers.getOrDefault("stranger", Caller.ANON),
                session -> session.rows("select total_images + total_responses + total_rewards + "
                        + "total_checkpoints, active_version from public.rft_statistics_view"));
        assertThat(seen)
                .first()
                .satisfies(row -> assertThat(row.getFirst()).isEqualTo(0L))
                .satisfies(row -> assertThat(row.getLast()).isNull());
    }

    private static String outcome(Cell cell) throws SQLException {
        Caller caller = callers.getOrDefault(cell.caller(), Caller.ANON);
        try (Session session = DATABASE.authenticator()) {
            session.begin(caller);
            long reached;
            try {
                reached = attempt(session, cell, caller);
            } catch (SQLException failure) {
                assertThat(failure.getSQLState()).as(failure.getMessage()).isEqualTo(Refusals.NO_PRIVILEGE);
                return "-";
            } finally {
                session.rollback();
            }
            return cell.verb().equals("insert") ? "yes" : extent(cell, caller, reached);
        }
    }

    private static long attempt(Session session, Cell cell, Caller caller) throws SQLException {
        String table = cell.table();
        return switch (cell.verb()) {
            case "select" -> session.number("select count(*) from " + table);
            case "insert" -> {
                String me = caller.id() == null ? "null" : "'" + caller.id() + "'";
                yield session.write("insert into " + table + " "
                        + String.valueOf(INSERTS.get(table)).replace(":me", me));
            }
            case "update" -> {
                String column = COLUMN_TO_CHANGE.get(table);
                yield session.write("update %s set %s = %s".formatted(table, column, column));
            }
            case "delete" -> session.write("delete from " + table);
            case "truncate" -> session.write("truncate " + table + " cascade");
            default -> throw new IllegalArgumentException(cell.verb());
        };
    }

    private static String extent(Cell cell, Caller caller, long reached) throws SQLException {
        long all = DATABASE.number("select count(*) from " + cell.table());
        if (reached == all) {
            return "all";
        }
        if (reached == 0) {
            return "0";
        }
        String owned = switch (cell.table()) {
            case "public.members" -> "user_id = ?";
            // And what is everybody's.
            case "private.tallies", "private.tally_changes" ->
                "facet in ('model', 'hour', 'response_category', 'session') or facet = 'giver' and name = ?::uuid::text";
            default -> "reviewer_id = ?";
        };
        long own = DATABASE.number("select count(*) from %s where %s".formatted(cell.table(), owned), caller.account());
        return reached == own ? "own" : reached + " of " + all;
    }

    private static String role(String caller) {
        return callers.getOrDefault(caller, Caller.ANON).role();
    }

    private static Stream<String> tables() {
        return cells().map(Cell::table).filter(name -> !name.endsWith("_view")).distinct();
    }

    private static Stream<Cell> cells() {
        List<String> names = List.of("anon", "annotator", "other", "lead", "service", "stranger");
        return MATRIX.lines()
                .skip(1)
                .map(line -> line.trim().split("\\s+", -1))
                .flatMap(words ->
                        names.stream().map(name -> new Cell(words[0], words[1], name, words[2 + names.indexOf(name)])));
    }
}

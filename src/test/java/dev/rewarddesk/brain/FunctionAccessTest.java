package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may execute which function, and with what power. */
final class FunctionAccessTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    /** Functions that act above the policies and that a signed-in person, member or not, may execute. Each checks. */
    private static final List<String> POWERFUL_AND_OPEN = List.of(
            "account_facts",
            "account_of",
            "add_schedule",
            "begin_object",
            "caller_name",
            "caller_role",
            "cancel_schedule",
            "check_lease",
            "claim",
            "claim_one",
            "flag_response",
            "is_scored_by_agent",
            "is_sensitive",
            "lock_response",
            "name_of",
            "objects_left_behind",
            "page_of_responses",
            "page_of_rewards",
            "release_leases",
            "remember_answer",
            "remember_call",
            "renew_leases",
            "review_progress",
            "rewards_in_all",
            "settle_object",
            "skip_response",
            "unflag_response",
            "unproven_account_of");

    @Test
    void nobodyWithoutATokenExecutesAnything() throws SQLException {
        List<List<@Nullable Object>> open = DATABASE.rows("""
                select p.oid::regprocedure, r.role from pg_proc p, unnest(array['anon', 'authenticator']) r (role)
                where p.pronamespace in ('private'::regnamespace, 'desk'::regnamespace)
                  and has_function_privilege(r.role, p.oid, 'execute')
                """);
        assertThat(open).isEmpty();
    }

    @Test
    void onlyTheListedFunctionsActAbovePolicies() throws SQLException {
        List<List<@Nullable Object>> powerful = DATABASE.rows("""
                select p.proname::text from pg_proc p
                where p.pronamespace in ('private'::regnamespace, 'desk'::regnamespace)
                  and p.prosecdef and p.prorettype <> 'trigger'::regtype
                  and has_function_privilege('authenticated', p.oid, 'execute')
                order by p.proname
                """);
        assertThat(powerful).isEqualTo(POWERFUL_AND_OPEN.stream().map(List::of).toList());
    }

    @Test
    void everyOperationIsOpenToMembersAndPipelines() throws SQLException {
        List<List<@Nullable Object>> closed = DATABASE.rows("""
                select p.oid::regprocedure, r.role from pg_proc p, unnest(array['authenticated', 'service_role']) r (role)
                where p.pronamespace = 'desk'::regnamespace and not has_function_privilege(r.role, p.oid, 'execute')
                """);
        assertThat(closed).isEmpty();
    }

    @Test
    void everyFunctionNamesWhatItUsesInFull() throws SQLException {
        List<List<@Nullable Object>> loose = DATABASE.rows("""
                select p.oid::regprocedure from pg_proc p
                where p.pronamespace in ('private'::regnamespace, 'desk'::regnamespace)
                  and not coalesce('search_path=""' = any (p.proconfig), false)
                """);
        assertThat(loose).isEmpty();
    }

    @Test
    void aStrangerLearnsAndDoesNothingThroughPowerfulFunctions() throws SQLException {
        Caller stranger = DATABASE.stranger();
        String response = DATABASE.response().toString();
        for (String call : List.of(
                "private.lock_response('%s')".formatted(response),
                "private.check_lease('%s', null)".formatted(response),
                "private.skip_response('%s', null, '')".formatted(response),
                "private.flag_response('%s', null, 'other', '', null)".formatted(response),
                "private.claim(5)",
                "private.renew_leases(array[gen_random_uuid()])",
                "private.review_progress()")) {
            Refusals.assertRefused(
                    () -> DATABASE.as(stranger, session -> session.rows("select " + call)), 403, "not_a_member");
        }
        long counted = DATABASE.as(stranger, session -> session.number("select private.rewards_in_all()"));
        assertThat(counted).isZero();
    }

    @Test
    void aStrangerIsToldSoByEveryOperation() throws SQLException {
        Caller stranger = DATABASE.stranger();
        for (List<@Nullable Object> row : DATABASE.rows(
                "select proname::text from pg_proc where pronamespace = 'desk'::regnamespace and proname <> 'call'")) {
            String operation = String.valueOf(row.getFirst());
            Refusals.assertRefused(
                    () -> DATABASE.as(stranger, session -> session.call(operation, "{}")), 403, "not_a_member");
        }
    }

    @Test
    void forgettingToTakeARoleFailsClosed() throws SQLException {
        try (Session session = DATABASE.authenticator()) {
            Refusals.assertFails(() -> session.rows("select count(*) from public.responses"), Refusals.NO_PRIVILEGE);
            session.rollback();
            Refusals.assertFails(() -> session.call("list_responses", "{}"), Refusals.NO_PRIVILEGE);
        }
    }

    @Test
    void aRoleEndsWithItsTransaction() throws SQLException {
        Caller lead = DATABASE.lead();
        try (Session session = DATABASE.authenticator()) {
            session.begin(lead);
            session.rows("select count(*) from public.responses");
            session.commit();

            Refusals.assertFails(() -> session.rows("select count(*) from public.responses"), Refusals.NO_PRIVILEGE);
        }
    }

    @Test
    void everyOperationIsReachedThroughTheDoor() throws SQLException {
        List<List<@Nullable Object>> operations = DATABASE.rows(
                "select proname::text from pg_proc where pronamespace = 'desk'::regnamespace and proname <> 'call'");
        String door = DATABASE.text("select prosrc from pg_proc where proname = 'dispatch'");
        assertThat(operations)
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(door).contains("when '%s' then desk.%s(".formatted(row.getFirst(), row.getFirst())));
    }

    @Test
    void everyForeignKeyHasAnIndexThatBeginsWithIt() throws SQLException {
        List<List<@Nullable Object>> slow = DATABASE.rows("""
                select k.conrelid::regclass, k.conname from pg_constraint k
                where k.contype = 'f' and k.connamespace in ('public'::regnamespace, 'private'::regnamespace,
                  'auth'::regnamespace, 'storage'::regnamespace)
                  and not exists (select from pg_index i where i.indrelid = k.conrelid and i.indpred is null
                    and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
                """);
        assertThat(slow).isEmpty();
    }
}

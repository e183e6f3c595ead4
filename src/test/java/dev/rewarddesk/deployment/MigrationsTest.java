package dev.rewarddesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestBackend;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The migrations on the ground of a hosted project, brought in by Supabase's own tool. */
final class MigrationsTest {

    private static final Path MIGRATIONS = Path.of("supabase", "migrations");

    /** What hosted projects refuse the role that migrations run as (docs/decisions/0020). */
    private static final Pattern FORBIDDEN = Pattern.compile("(?im)^\\s*((create|alter|drop)\\s+(role|user)\\b"
            + "|(create|alter|drop)\\s+[a-z ]+\\s(auth|storage)\\."
            + "|create\\s+(trigger|index)\\b[^;]*\\son\\s+(auth|storage)\\."
            + "|alter\\s+(system|database|publication)\\b|set\\s+(session\\s+|local\\s+)?role\\b"
            + "|comment\\s+on\\s+policy\\b|grant\\b[^;]*\\son\\s+(auth|storage)\\.)");

    /** Everything of ours that a migration makes, privileges included. */
    private static final String ALL = """
            select format('relation %s %s %s %s', c.oid::regclass, c.relkind, c.relrowsecurity, private_acl(c.relacl))
              from pg_class c where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace)
            union all
            select format('column %s %s %s %s %s', a.attrelid::regclass, a.attname,
                format_type(a.atttypid, a.atttypmod), a.attnotnull, private_acl(a.attacl))
              from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'v')
              where c.relnamespace in ('public'::regnamespace, 'private'::regnamespace) and a.attnum > 0
            union all
            select format('function %s %s %s', p.oid::regprocedure, md5(pg_get_functiondef(p.oid)), private_acl(p.proacl))
              from pg_proc p where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'desk'::regnamespace)
            union all
            select format('policy %s %s %s %s %s', tablename, policyname, cmd, qual, with_check) from pg_policies
            union all
            select format('constraint %s %s', conrelid::regclass, pg_get_constraintdef(oid)) from pg_constraint
              where connamespace in ('public'::regnamespace, 'private'::regnamespace)
            union all
            select format('trigger %s', pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
            order by 1
            """.replaceAll(
                    "private_acl\\(([a-z.]+)\\)",
                    "(select string_agg(i::text, ' ' order by i::text) from unnest($1) i where i::text not like current_user || '=%')");

    private static final String PLATFORM = """
            select format('%s %s %s', c.oid::regclass, c.relkind, c.relowner::regrole) from pg_class c
              where c.relnamespace in ('auth'::regnamespace, 'storage'::regnamespace)
            union all
            select format('%s %s', p.oid::regprocedure, p.proowner::regrole) from pg_proc p
              where p.pronamespace in ('auth'::regnamespace, 'storage'::regnamespace)
            union all
            select format('%s', rolname) from pg_roles
            union all
            select format('%s', pg_get_triggerdef(t.oid)) from pg_trigger t join pg_class c on c.oid = t.tgrelid
              where c.relnamespace in ('auth'::regnamespace, 'storage'::regnamespace) and not t.tgisinternal
            order by 1
            """;

    @Test
    void theyApplyToAnEmptyProjectAndTwiceWithoutHarm() throws SQLException {
        try (PlainDatabase database = new PlainDatabase()) {
            SupabaseCli.run(database, "migration", "up");
            List<String> once = database.texts(ALL);
            database.execute("insert into public.responses (user_id, prompt, response_text) values ('p', 'q', 'a')");

            SupabaseCli.run(database, "migration", "up");
            SupabaseCli.run(database, "db", "push");

            assertThat(database.texts(ALL)).isEqualTo(once).hasSizeGreaterThan(200);
            assertThat(database.texts("select response_text from public.responses"))
                    .containsExactly("a");
            assertThat(database.texts("select version from supabase_migrations.schema_migrations"))
                    .hasSameSizeAs(PlainDatabase.scripts(MIGRATIONS));
        }
    }

    @Test
    void theEmbeddedDatabaseIsTheSame() throws SQLException {
        try (PlainDatabase database = new PlainDatabase();
                Connection embedded = TestBackend.shared().ownerConnection()) {
            SupabaseCli.run(database, "migration", "up");

            assertThat(database.texts(ALL)).isEqualTo(PlainDatabase.texts(embedded, ALL));
        }
    }

    // Projects made before October 2026 open every new table to the API's roles.
    @Test
    void aProjectThatGivesNewTablesAwayEndsWithTheSamePrivileges() throws SQLException {
        try (PlainDatabase older = new PlainDatabase();
                PlainDatabase newer = new PlainDatabase()) {
            for (String kind : List.of("tables", "functions", "sequences")) {
                older.execute("alter default privileges in schema public grant all on " + kind
                        + " to anon, authenticated, service_role");
            }
            SupabaseCli.run(older, "migration", "up");
            SupabaseCli.run(newer, "migration", "up");

            assertThat(older.texts(ALL)).containsExactlyElementsOf(newer.texts(ALL));
        }
    }

    @Test
    void thePlatformsOwnSchemasAndRolesAreAsTheyWere() throws SQLException {
        try (PlainDatabase database = new PlainDatabase()) {
            List<String> before = database.texts(PLATFORM);

            SupabaseCli.run(database, "migration", "up");

            assertThat(database.texts(PLATFORM)).isEqualTo(before);
        }
    }

    @Test
    void nothingIsTriedThatAHostedProjectRefuses() {
        assertThat(PlainDatabase.scripts(MIGRATIONS).stream()
                        .flatMap(script -> FORBIDDEN.matcher(script).results())
                        .map(MatchResult::group))
                .isEmpty();
    }
}

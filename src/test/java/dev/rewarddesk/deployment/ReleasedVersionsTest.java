package dev.rewarddesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** From every released version upwards, with the data kept. */
final class ReleasedVersionsTest {

    private static final Path RELEASED = Path.of("src", "test", "resources", "released");
    private static final Pattern RELEASE = Pattern.compile("(?m)^## \\[(\\d+\\.\\d+\\.\\d+[^\\]]*)\\]");

    /** Nothing is released yet: halfway stands in, so that the way itself is tested. */
    private static final ReleasedVersion HALFWAY = new ReleasedVersion("20261122090300", "", """
            insert into auth.users (id, email) values ('00000000-0000-4000-8000-000000000001', 'ada@example.org');
            insert into public.members (user_id, role) values ('00000000-0000-4000-8000-000000000001', 'lead');
            insert into public.responses (id, user_id, prompt, response_text)
              values ('00000000-0000-4000-8000-000000000002', 'p', 'What is it?', 'A square.');
            insert into public.rewards (response_id, reviewer_id, score, comment)
              values ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 0.5, 'Good.');
            insert into public.checkpoints (version, storage_key) values ('v1', 'k');
            update public.workspace_settings set name = 'Kept';
            """);

    @TempDir
    private Path temporary;

    @TestFactory
    Stream<DynamicTest> everyReleaseOfTheChangelogIsKept() throws IOException {
        return RELEASE.matcher(Files.readString(Path.of("CHANGELOG.md")))
                .results()
                .map(release -> release.group(1))
                .map(version -> DynamicTest.dynamicTest(version, () -> {
                    ReleasedVersion released = ReleasedVersion.read(RELEASED.resolve(version + ".sql"));
                    assertThat(released.presentFingerprint())
                            .as("a migration that was released is never edited")
                            .isEqualTo(released.fingerprint());
                    isBroughtUpToDate(released);
                }));
    }

    @Test
    void whatAnOlderDatabaseHoldsIsKept() throws Exception {
        isBroughtUpToDate(HALFWAY);
    }

    @Test
    void aFixtureTellsItsMigrations() throws IOException {
        List<Path> migrations = ReleasedVersion.migrationsUpTo("20261122090100");
        Path file = Files.writeString(
                temporary.resolve("1.0.0.sql"),
                "-- migrations up to 20261122090100, sha256 %s\nselect 1;\n"
                        .formatted(ReleasedVersion.fingerprintOf(migrations)));

        ReleasedVersion read = ReleasedVersion.read(file);

        assertThat(read.migrations()).hasSize(2);
        assertThat(read.presentFingerprint()).isEqualTo(read.fingerprint());
    }

    private void isBroughtUpToDate(ReleasedVersion version) throws IOException, SQLException {
        Path migrations = Files.createDirectories(temporary.resolve("supabase").resolve("migrations"));
        for (Path migration : version.migrations()) {
            Files.copy(migration, migrations.resolve(migration.getFileName()));
        }
        Files.copy(
                Path.of("supabase", "config.toml"),
                temporary.resolve("supabase").resolve("config.toml"));
        try (PlainDatabase database = new PlainDatabase()) {
            SupabaseCli.run(temporary, database, "migration", "up");
            database.executeAsPlatform(version.rows());
            Map<String, List<String>> before = rows(database);
            assertThat(before).isNotEmpty();

            SupabaseCli.run(database, "migration", "up");

            for (Map.Entry<String, List<String>> table : before.entrySet()) {
                for (String row : table.getValue()) {
                    // Columns may have come; none may have gone or changed.
                    assertThat(database.texts("select 1 from %s t where to_jsonb(t) @> '%s'"
                                    .formatted(table.getKey(), row.replace("'", "''"))))
                            .as("%s: %s", table.getKey(), row)
                            .hasSize(1);
                }
            }
        }
    }

    private static Map<String, List<String>> rows(PlainDatabase database) throws SQLException {
        Map<String, List<String>> rows = new TreeMap<>();
        for (String table : database.texts("select oid::regclass::text from pg_class "
                + "where relkind = 'r' and relnamespace in ('public'::regnamespace, 'private'::regnamespace)")) {
            List<String> held = database.texts("select to_jsonb(t)::text from " + qualified(table) + " t");
            if (!held.isEmpty()) {
                rows.put(qualified(table), held);
            }
        }
        return rows;
    }

    private static String qualified(String table) {
        return table.contains(".") ? table : "public." + table;
    }
}

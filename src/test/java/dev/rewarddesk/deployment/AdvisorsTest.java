package dev.rewarddesk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Supabase's own advisors over the migrated database. */
final class AdvisorsTest {

    /** Says that nobody has asked yet, which is so in an empty database. */
    private static final String UNUSED = "unused_index";

    @Test
    void theyFindNothing() throws SQLException {
        try (PlainDatabase database = new PlainDatabase()) {
            SupabaseCli.run(database, "migration", "up");

            assertThat(findings(database)).isEmpty();
        }
    }

    @Test
    void theyWouldFindSomething() throws SQLException {
        try (PlainDatabase database = new PlainDatabase()) {
            database.execute("create table public.open (id int primary key, "
                    + "account uuid references auth.users (id)); grant select on public.open to anon");

            assertThat(findings(database))
                    .anyMatch(finding -> finding.contains("rls_disabled_in_public"))
                    .anyMatch(finding -> finding.contains("unindexed_foreign_keys"));
        }
    }

    private static List<String> findings(PlainDatabase database) {
        JsonNode results = TestApi.parsed(SupabaseCli.run(
                        database, "db", "advisors", "--type", "all", "--level", "info", "--output-format", "json"))
                .required("results");
        List<String> findings = new ArrayList<>();
        for (JsonNode result : results) {
            if (!result.path("name").asText().equals(UNUSED)) {
                findings.add(result.path("level").asText() + " "
                        + result.path("name").asText() + ": "
                        + result.path("detail").asText());
            }
        }
        return findings;
    }
}

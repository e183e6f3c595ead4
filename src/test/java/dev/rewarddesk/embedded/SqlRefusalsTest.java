package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.http.Refusal;
import dev.rewarddesk.embedded.http.SqlRefusals;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What leaves of the database's own words. */
final class SqlRefusalsTest {

    // Whatever of this kind is foreseen has words of its own.
    @ParameterizedTest
    @ValueSource(strings = {"23502", "23503", "23505", "23514", "23P01", "42501"})
    void tablesAndConstraintsAreNotNamed(String state) {
        PSQLException failure = new PSQLException(new ServerErrorMessage(
                "SERROR\0C" + state + "\0Mnew row for relation \"images\" violates \"its_check\"\0"));

        Refusal refusal = SqlRefusals.of(failure).orElseThrow();

        assertThat(refusal.sentence()).doesNotContain("images", "its_check").contains("Nothing was done");
    }
}

package dev.rewarddesk.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a check of a workspace is told, and what not. */
@OnEveryMouth
final class HealthContractTest {

    private static final String HEALTH = "/functions/v1/rft-rewards/health";

    private final Workspace workspace;

    HealthContractTest(Mouth mouth) {
        this.workspace = mouth.workspace();
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload", "rft-responses", "rft-rewards", "rft-checkpoints"})
    void everyFunctionTellsItsHealthToAnAppInWhichNobodyIsSignedIn(String function) {
        JsonNode health = workspace
                .signedOut()
                .get("/functions/v1/" + function + "/health")
                .ok()
                .path("data");

        assertThat(health.path("bucket").asText()).isEqualTo("private");
        assertThat(Instant.parse(health.path("time").asText()))
                .isBetween(Instant.now().minusSeconds(600), Instant.MAX);
    }

    @Test
    void itSaysNothingElse() {
        assertThat(workspace.service().get(HEALTH).ok().path("data").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("schema_version", "bucket", "time");
    }

    @Test
    void theVersionIsThatOfTheNewestMigration() throws IOException {
        String newest;
        try (Stream<Path> files = Files.list(Path.of("supabase", "migrations"))) {
            newest = files.map(file -> file.getFileName().toString().split("_", 2)[0])
                    .max(String::compareTo)
                    .orElseThrow();
        }

        assertThat(workspace
                        .signedOut()
                        .get(HEALTH)
                        .ok()
                        .at("/data/schema_version")
                        .asText())
                .isEqualTo(newest);
    }

    @Test
    void withoutAKeyOfTheProjectItTellsNothing() {
        Expect.failure(workspace.caller(null, null).get(HEALTH), 401, "no_api_key");
        Expect.failure(workspace.caller("sb_publishable_guess", null).get(HEALTH), 401, "bad_api_key");
    }

    @Test
    void aTokenThatIsBadIsNoMatterHere() {
        TestApi stale = workspace.caller(workspace.publishableKey(), "eyJhbGciOiJub25lIn0.e30.");

        assertThat(stale.get(HEALTH).status()).isEqualTo(200);
        assertThat(stale.post(HEALTH, "{}").status()).isEqualTo(405);
    }
}

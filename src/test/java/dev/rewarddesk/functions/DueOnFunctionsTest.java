package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.embedded.database.PostgresServer;
import dev.rewarddesk.embedded.secret.Secrets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Activations at a set time where nothing but the functions runs. */
final class DueOnFunctionsTest {

    private static final String CHECKPOINTS = "/functions/v1/rft-checkpoints";
    private static final String KEY = "sb_secret_due";

    @Test
    void whatIsDueIsDoneBeforeTheNextAnswer() throws InterruptedException {
        Path workspace = TestBackend.emptyWorkspace();
        Secrets secrets = TestBackend.secretsOf(workspace);
        try (PostgresServer database = PostgresServer.start(workspace, secrets::superuserPassword);
                ServedFunctions served = ServedFunctions.start(Map.of(
                        "SUPABASE_DB_URL",
                        "postgresql://authenticator:%s@127.0.0.1:%d/postgres"
                                .formatted(secrets.authenticatorPassword(), database.port()),
                        "SUPABASE_SECRET_KEYS",
                        TestApi.json(Map.of("default", KEY))))) {
            TestApi pipeline = new TestApi(served.url(), KEY, KEY);
            String id = pipeline.post(CHECKPOINTS, "{\"version\": \"v1\", \"storage_key\": \"k\"}")
                    .ok()
                    .at("/data/id")
                    .asText();
            Instant due = Instant.now().plusSeconds(2);
            pipeline.post(
                            CHECKPOINTS + "/schedule",
                            TestApi.json(Map.of("checkpoint_id", id, "due_at", due.toString(), "reason", "at night")))
                    .ok();
            assertThat(active(pipeline)).isEmpty();

            // A second at most between two looks, and nobody asks in the meantime.
            Instant deadline = due.plusSeconds(20);
            while (active(pipeline).isEmpty() && Instant.now().isBefore(deadline)) {
                Thread.sleep(Duration.ofMillis(50));
            }

            assertThat(active(pipeline)).isEqualTo(id);
            assertThat(pipeline.get(CHECKPOINTS + "/history")
                            .ok()
                            .at("/data/0/kind")
                            .asText())
                    .isEqualTo("scheduled");
        }
    }

    private static String active(TestApi pipeline) {
        return pipeline.get(CHECKPOINTS + "/active").ok().at("/data/id").asText("");
    }
}

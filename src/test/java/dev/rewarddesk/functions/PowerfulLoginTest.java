package dev.rewarddesk.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rewarddesk.embedded.TestApi;
import dev.rewarddesk.embedded.TestBackend;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** On a hosted project the functions' login is above every policy; here the owner of the data stands in for it. */
final class PowerfulLoginTest {

    @Test
    void aPersonSeesNoMoreThroughIt() {
        TestBackend backend = TestBackend.shared();
        String name = "powerful-" + UUID.randomUUID();
        TestApi annotator = backend.annotator(name);
        String publishable = String.valueOf(backend.anonymous().key());
        String secret = String.valueOf(backend.service().key());
        String response = backend.service()
                .post(
                        "/functions/v1/rft-responses",
                        "{\"user_id\": \"p\", \"prompt\": \"q\", \"response_text\": \"a\"}")
                .ok()
                .at("/data/id")
                .asText();
        backend.service()
                .post("/functions/v1/rft-rewards", "{\"response_id\": \"%s\", \"score\": 1}".formatted(response))
                .ok();
        String rewards = "/functions/v1/rft-rewards?response_id=" + response;
        try (ServedFunctions served = ServedFunctions.start(Map.of(
                "SIGN_IN_AND_STORAGE_URL", backend.url().toString(),
                "SUPABASE_DB_URL", backend.backend().databaseUrl().orElseThrow(),
                "SUPABASE_PUBLISHABLE_KEYS", TestApi.json(Map.of("default", publishable)),
                "SUPABASE_SECRET_KEYS", TestApi.json(Map.of("default", secret))))) {
            TestApi person = new TestApi(served.url(), publishable, annotator.token());
            TestApi pipeline = new TestApi(served.url(), secret, secret);

            assertThat(pipeline.get(rewards).ok().path("data")).hasSize(1);
            assertThat(person.get(rewards).ok().path("data")).isEmpty();
        }
    }

    @Test
    void aCallThatForgetsToTakeOnARoleIsRefused() throws SQLException {
        try (Connection owner = TestBackend.shared().ownerConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("select set_config('request.jwt.claims', '{\"role\": \"service_role\"}', false)");

            assertThatThrownBy(() -> statement.execute("select desk.call('list_rewards', '{}', null, '{}')"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
        }
    }
}

package dev.rewarddesk.brain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A connection makes its plans while the workspace is empty and keeps them while it grows. */
final class GrowingWorkspaceTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final int ITEMS = 300;

    @Test
    void noCallReadsATableWholeThatGrowsWithTheCalls() throws SQLException {
        Caller lead = DATABASE.lead();
        try (Session session = DATABASE.authenticator()) {
            for (int item = 0; item < ITEMS; item++) {
                String image = call(session, lead, item, "create_image", image(item))
                        .path("imageId")
                        .asText();
                String response = call(
                                session,
                                lead,
                                item,
                                "create_response",
                                "{\"user_id\":\"p\",\"prompt\":\"q\",\"response_text\":\"a\",\"image_id\":\"%s\"}"
                                        .formatted(image))
                        .path("data")
                        .path("id")
                        .asText();
                call(session, lead, item, "claim_items", "{\"n\":1}");
                call(
                        session,
                        lead,
                        item,
                        "create_reward",
                        "{\"response_id\":\"%s\",\"score\":0.5}".formatted(response));
            }
        }

        List<List<@Nullable Object>> readWhole = DATABASE.rows(
                "select relname, seq_tup_read from pg_stat_user_tables where seq_tup_read > ? order by 2 desc",
                10L * ITEMS);

        assertThat(readWhole).isEmpty();
    }

    private static JsonNode call(Session session, Caller caller, int item, String operation, String body)
            throws SQLException {
        session.begin(caller);
        JsonNode answer = session.call(operation, Map.of(), body, Map.of("idempotency-key", operation + item));
        session.commit();
        return answer;
    }

    private static String image(int item) {
        return """
                {"file": {"name": "a.png", "sha256": "%064x", "content_type": "image/png", "size": 9, "width": 3, "height": 3},
                 "fields": {"fileName": "a%d.png"}}""".formatted(item, item);
    }
}

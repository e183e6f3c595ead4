package dev.rewarddesk.embedded.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** What the database's refusals mean over HTTP. The rules themselves, and their sentences, are in the SQL. */
public final class SqlRefusals {

    private SqlRefusals() {}

    /** The answer; empty when the failure is the program's own and not the caller's. */
    public static Optional<Refusal> of(SQLException failure) {
        // A connection that is lost or not made may have none; it counts as what class 08 says.
        String state = failure.getSQLState() == null ? "08000" : failure.getSQLState();
        return state.matches("PT[1-5]\\d\\d")
                ? Optional.of(told(failure, Integer.parseInt(state.substring(2))))
                : of(state, sentence(failure));
    }

    static Refusal diskFull() {
        return of("53100", "").orElseThrow();
    }

    // Raised by private.fail: the status is in the state, the rest of the document in the detail.
    private static Refusal told(SQLException failure, int status) {
        Map<String, Object> more = new LinkedHashMap<>();
        ServerErrorMessage message = message(failure);
        String detail = message == null ? null : message.getDetail();
        if (detail != null && Json.parsed(detail) instanceof ObjectNode fields) {
            for (Map.Entry<String, JsonNode> field : fields.properties()) {
                more.put(field.getKey(), field.getValue());
            }
        }
        String code = more.get("code") instanceof JsonNode node ? node.asText() : "refused";
        return Refusal.of(status, code, sentence(failure)).with(more);
    }

    private static Optional<Refusal> of(String state, String sentence) {
        for (JsonNode row : ContractTable.rows("failures")) {
            for (JsonNode beginning : row.path("states")) {
                if (state.startsWith(beginning.asText())) {
                    Refusal refusal = Refusal.of(
                            row.path("status").asInt(),
                            row.path("code").asText(),
                            row.path("sentence").asText(sentence));
                    return Optional.of(
                            row.has("retryAfter")
                                    ? refusal.retryAfter(Duration.ofSeconds(
                                            row.path("retryAfter").asInt()))
                                    : refusal);
                }
            }
        }
        return Optional.empty();
    }

    private static String sentence(SQLException failure) {
        ServerErrorMessage message = message(failure);
        String text = message == null ? null : message.getMessage();
        return text == null ? "The database refused it." : text;
    }

    private static @Nullable ServerErrorMessage message(SQLException failure) {
        return failure instanceof PSQLException told ? told.getServerErrorMessage() : null;
    }
}

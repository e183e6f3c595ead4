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
final class SqlRefusals {

    private SqlRefusals() {}

    /** The answer; empty when the failure is the program's own and not the caller's. */
    static Optional<Refusal> of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case String s
            when s.matches("PT[1-5]\\d\\d") -> Optional.of(told(failure, Integer.parseInt(s.substring(2))));
            case "23503" -> refusal(409, "still_referenced", failure);
            case "23505", "23P01" -> refusal(409, "already_exists", failure);
            case "40001", "40P01" ->
                Optional.of(Refusal.of(
                        409,
                        "concurrent_change",
                        "Somebody changed the same at the same time. Nothing was done; try again."));
            case "42501" -> refusal(403, "forbidden", failure);
            case "53100" -> Optional.of(diskFull());
            // What JSON can write and the database cannot hold.
            case "22021", "22P02", "22P05" ->
                Optional.of(Refusal.of(
                        400,
                        "invalid_text",
                        "A text has a character that cannot be stored: NUL (\\u0000), or half of a surrogate pair."
                                + " Nothing was done."));
            case String s when s.matches("22...|23514|23502|P0001|54...") -> refusal(400, "invalid_input", failure);
            case String s
            when s.matches("53...|57...|55P03|08...|null") ->
                Optional.of(Refusal.of(
                                503,
                                "busy",
                                "The database is busy or restarting. Nothing was done; try again in a moment.")
                        .retryAfter(Duration.ofSeconds(2)));
            default -> Optional.empty();
        };
    }

    static Refusal diskFull() {
        return Refusal.of(503, "disk_full", "The disk is full. Nothing was saved; free some space and try again.")
                .retryAfter(Duration.ofSeconds(30));
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

    private static Optional<Refusal> refusal(int status, String code, SQLException failure) {
        return Optional.of(Refusal.of(status, code, sentence(failure)));
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

package dev.rewarddesk.embedded.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.http.ContractTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which operation of the SQL a method on a path is. */
final class FunctionTable {

    private FunctionTable() {}

    /** How an operation's document becomes the answer. */
    enum Answer {
        /** It is the answer. */
        DOCUMENT,
        /** With links at each row's image. */
        LINKED,
        /** With an {@code ETag}, or 304. */
        TAGGED,
        /** As server-sent events, each time it changes. */
        EVENTS,
        /** After the form's file is judged, and with it stored. */
        UPLOAD,
        /** It is the answer, to whoever has a key. */
        HEALTH,
        /** After an account is made for who has none. */
        INVITATION
    }

    /**
     * A row of the table.
     *
     * @param method such as {@code GET}
     * @param path with {@code /functions/v1/} before it
     * @param operation its name in the SQL
     * @param answer what becomes of its document
     */
    record Row(String method, String path, String operation, Answer answer) {}

    /** Every row. */
    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (JsonNode row : ContractTable.rows("routes")) {
            rows.add(new Row(
                    row.required("method").asText(),
                    "/functions/v1/" + row.required("path").asText(),
                    row.required("operation").asText(),
                    Answer.valueOf(row.path("answer").asText("document").toUpperCase(Locale.ROOT))));
        }
        return rows;
    }
}

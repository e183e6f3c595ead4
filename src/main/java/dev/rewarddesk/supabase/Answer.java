package dev.rewarddesk.supabase;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A success document. Reading from it something that it does not hold ends with {@code Server}. */
public final class Answer {

    private final JsonNode document;

    private Answer(JsonNode document) {
        this.document = document;
    }

    static Answer read(HttpAnswer answer) {
        try {
            JsonNode document = WireJson.MAPPER.readTree(answer.body().toByteArray());
            if (document == null || !document.isObject()) {
                throw malformed(null);
            }
            return new Answer(document);
        } catch (IOException noJson) {
            throw malformed(noJson);
        }
    }

    /** The row in {@code data}. */
    public <T> T data(Class<T> type) {
        return convert(document.path("data"), type);
    }

    /** The row in {@code data}; empty where that is null. */
    public <T> Optional<T> optionalData(Class<T> type) {
        JsonNode data = document.path("data");
        return data.isNull() ? Optional.empty() : Optional.of(convert(data, type));
    }

    /** The rows in {@code data}. */
    public <T> List<T> rows(Class<T> type) {
        JsonNode rows = document.path("data");
        if (!rows.isArray()) {
            throw malformed(null);
        }
        List<T> converted = new ArrayList<>(rows.size());
        for (JsonNode row : rows) {
            converted.add(convert(row, type));
        }
        return converted;
    }

    /** What the document is known by, so that an unchanged one need not be sent again; empty where it says none. */
    public String etag() {
        return document.path("etag").asText();
    }

    /** An event's data, as if it were an answer's. */
    static Answer ofEvent(String data) {
        try {
            return new Answer(WireJson.MAPPER.createObjectNode().set("data", WireJson.MAPPER.readTree(data)));
        } catch (JsonProcessingException noJson) {
            throw malformed(noJson);
        }
    }

    /** The whole document. */
    public <T> T whole(Class<T> type) {
        return convert(document, type);
    }

    /** Where the next page of a list begins, when there may be one. */
    public Optional<String> nextCursor() {
        JsonNode cursor = document.path("next_cursor");
        return cursor.isTextual() ? Optional.of(cursor.textValue()) : Optional.empty();
    }

    /** How many rows of a list match in all; for a bounded count, 10,001 means more than 10,000. */
    public long total() {
        JsonNode total = document.path("total");
        if (!total.canConvertToLong()) {
            throw malformed(null);
        }
        return total.longValue();
    }

    static ServiceFailure malformed(@Nullable Throwable cause) {
        return new ServiceFailure.Server(
                "malformed_answer",
                "The workspace gave an answer that makes no sense. It may or may not have done what was asked; check that its"
                        + " version fits this program's.",
                null,
                cause instanceof JsonProcessingException json ? withoutContent(json) : cause);
    }

    /** Jackson quotes what it read, which may be a token. */
    private static Exception withoutContent(JsonProcessingException failure) {
        return new IOException(failure.getClass().getSimpleName() + " at " + failure.getLocation());
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        if (node.isMissingNode() || node.isNull()) {
            throw malformed(null);
        }
        try {
            return WireJson.MAPPER.treeToValue(node, type);
        } catch (JsonProcessingException other) {
            throw malformed(other);
        }
    }
}

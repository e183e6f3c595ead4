package dev.rewarddesk.embedded.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** JSON bodies within bounds. */
public final class Json {

    private static final int LONGEST_BODY = 4 * 1024 * 1024;
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(500)
                        .maxStringLength(LONGEST_BODY)
                        .build());
    }

    private Json() {}

    /**
     * The request's body, checked to be one JSON value.
     *
     * @param text as it came; null when there is no body
     * @param value the same, read; missing when there is no body
     */
    public record Body(@Nullable String text, JsonNode value) {

        /** A field that is text, or null where it is absent or something else. */
        public @Nullable String text(String field) {
            JsonNode node = value.path(field);
            return node.isTextual() ? node.textValue() : null;
        }
    }

    /**
     * Reads the body.
     *
     * @throws Refusal when it is too long (413), of another type (415) or no JSON (400, with line and column)
     */
    public static Body body(Context context) throws IOException {
        String type = context.contentType();
        if (type != null && !isJson(type)) {
            throw Refusal.of(415, "not_json", "The body must be JSON (Content-Type: application/json).");
        }
        byte[] bytes;
        try (InputStream stream = context.bodyInputStream()) {
            bytes = stream.readNBytes(LONGEST_BODY + 1);
        }
        if (bytes.length > LONGEST_BODY) {
            throw Refusal.of(413, "body_too_large", "The body may have at most 4 MiB.");
        }
        if (bytes.length == 0) {
            return new Body(null, MissingNode.getInstance());
        }
        String text = decoded(bytes);
        return new Body(text, parsed(text));
    }

    /**
     * Reads a JSON value.
     *
     * @throws Refusal when it is none
     */
    public static JsonNode parsed(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            JsonLocation at = malformed.getLocation();
            String place = at == null ? "" : " at line %d, column %d".formatted(at.getLineNr(), at.getColumnNr());
            throw Refusal.of(
                    400, "invalid_json", "The body is no valid JSON%s: %s".formatted(place, reason(malformed)));
        }
    }

    /** As JSON text. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException foreign) {
            throw Refusal.of(400, "invalid_json", "The body is not in UTF-8.");
        }
    }

    // The parser speaks to programmers: in words of its own where it names its settings or quotes the body.
    private static String reason(JsonProcessingException malformed) {
        return switch (malformed) {
            case JsonEOFException _ -> "it ends too early.";
            case StreamConstraintsException _ -> "it is nested too deeply, or a number or name in it is too long.";
            case MismatchedInputException _ -> "something follows after its end.";
            default -> {
                String sentence = String.valueOf(malformed.getOriginalMessage())
                        .lines()
                        .findFirst()
                        .orElse("it cannot be read");
                yield sentence.split(": enable |: was expecting ", 2)[0] + ".";
            }
        };
    }
}

package dev.rewarddesk.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A line as a JSON object, and its fields one by one, each with a reason when it is not what it must be. */
final class JsonLine {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ObjectNode object;

    private JsonLine(ObjectNode object) {
        this.object = object;
    }

    static JsonLine parse(String text) throws BadLine {
        try {
            if (MAPPER.readTree(text) instanceof ObjectNode object) {
                if (text.contains("\\u") && hasHalfCharacter(object.toString())) {
                    throw new BadLine(
                            "an escape such as \\ud83d is only half a character, and its other half is missing");
                }
                return new JsonLine(object);
            }
        } catch (JsonProcessingException broken) {
            long column =
                    broken.getLocation() == null ? 1 : broken.getLocation().getColumnNr();
            throw new BadLine("not valid JSON at column " + column + ": " + reason(broken));
        }
        throw new BadLine("the line must be a JSON object, such as {\"image\": …}");
    }

    String text(String field) throws BadLine {
        return optionalText(field).orElseThrow(() -> new BadLine("the field \"" + field + "\" is missing"));
    }

    Optional<String> optionalText(String field) throws BadLine {
        if (!object.hasNonNull(field)) {
            return Optional.empty();
        }
        JsonNode node = object.get(field);
        if (!node.isTextual()) {
            throw new BadLine("the field \"" + field + "\" must be text");
        }
        if (node.textValue().isBlank()) {
            throw new BadLine("the field \"" + field + "\" is empty");
        }
        return Optional.of(node.textValue());
    }

    ObjectNode object(String field) throws BadLine {
        if (!object.hasNonNull(field)) {
            return MAPPER.createObjectNode();
        }
        if (object.get(field) instanceof ObjectNode child) {
            return child;
        }
        throw new BadLine("the field \"" + field + "\" must be a JSON object");
    }

    /** The line's object without the fields that are not named; what they hold is not looked at. */
    ObjectNode only(String... fields) {
        return object.deepCopy().retain(fields);
    }

    private static boolean hasHalfCharacter(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    // The parser speaks to programmers, and names its settings to them.
    private static String reason(JsonProcessingException broken) {
        return switch (broken) {
            case JsonEOFException _ -> "the line ends too early";
            case StreamConstraintsException _ -> "nested too deeply, or with a number or name that is too long";
            case MismatchedInputException _ -> "something follows after the object's end";
            default -> {
                String line = broken.getOriginalMessage().lines().findFirst().orElse("");
                String said = line.split(": enable |: was expecting ", 2)[0].replaceAll("\\p{Cntrl}", " ");
                yield said.length() <= 300 ? said : said.substring(0, 300) + "…";
            }
        };
    }
}

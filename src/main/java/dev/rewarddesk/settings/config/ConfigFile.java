package dev.rewarddesk.settings.config;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file says.
 *
 * @param tree empty where there are mistakes
 */
record ConfigFile(ObjectNode tree, List<Mistake> mistakes) {

    private static final int LARGEST = 256 * 1024;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            // Of two values under one name, nobody knows which is meant.
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Prices stay as they were written.
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** No file, and nothing said. */
    static ConfigFile none() {
        return new ConfigFile(MAPPER.createObjectNode(), List.of());
    }

    static ConfigFile read(Path file, ConfigSchema schema) {
        try {
            if (!Files.exists(file)) {
                return wrong(file.toString(), "is not there.");
            }
            if (!Files.isRegularFile(file)) {
                return wrong(file.toString(), "is no file.");
            }
            byte[] content;
            try (InputStream in = Files.newInputStream(file)) {
                content = in.readNBytes(LARGEST + 1);
            }
            if (content.length > LARGEST) {
                return wrong(
                        file.toString(), "is larger than %d KiB; nobody configures so much.".formatted(LARGEST / 1024));
            }
            JsonNode tree = MAPPER.readTree(content);
            if (!(tree instanceof ObjectNode object)) {
                return wrong(file.toString(), "holds no JSON object, which begins with { and ends with }.");
            }
            List<Mistake> mistakes = schema.deviations(object).stream()
                    .map(each -> new Mistake(file + "#" + each.pointer(), each.says()))
                    .toList();
            return mistakes.isEmpty()
                    ? new ConfigFile(object, mistakes)
                    : new ConfigFile(MAPPER.createObjectNode(), mistakes);
        } catch (JsonProcessingException broken) {
            // Without its message, which quotes the file.
            JsonLocation at = broken.getLocation();
            return wrong(
                    at == null
                            ? file.toString()
                            : "%s, line %d, column %d".formatted(file, at.getLineNr(), at.getColumnNr()),
                    "is no JSON here, or says something twice.");
        } catch (IOException unreadable) {
            return wrong(file.toString(), "cannot be read. Check who may read it.");
        }
    }

    private static ConfigFile wrong(String place, String says) {
        return new ConfigFile(MAPPER.createObjectNode(), List.of(new Mistake(place, says)));
    }
}

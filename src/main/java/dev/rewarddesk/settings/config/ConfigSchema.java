package dev.rewarddesk.settings.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON Schema of {@code config.json}: the one place that says what can be set, and within what bounds. */
public final class ConfigSchema {

    private final String text;
    private final JsonNode document;
    private final Map<String, Setting> settings = new LinkedHashMap<>();

    private ConfigSchema(String text, JsonNode document) {
        this.text = text;
        this.document = document;
        gather("", document);
    }

    /** The program's own. */
    public static ConfigSchema ours() {
        return Ours.SCHEMA;
    }

    /** As it is published, ending with a new line. */
    public String text() {
        return text;
    }

    /** All that can be set, in the schema's order. */
    public List<Setting> settings() {
        return List.copyOf(settings.values());
    }

    /** What is set at a JSON Pointer; empty where nothing can be. */
    public Optional<Setting> at(String pointer) {
        return Optional.ofNullable(settings.get(pointer));
    }

    /** In what a document is not as it should be. */
    List<Deviation> deviations(JsonNode config) {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(document);
        List<Deviation> deviations = new ArrayList<>();
        schema.validate(config).forEach(error -> deviations.add(Deviation.of(error, this)));
        return deviations.stream().distinct().toList();
    }

    private void gather(String pointer, JsonNode parent) {
        for (Map.Entry<String, JsonNode> property : parent.path("properties").properties()) {
            String here = pointer + "/" + property.getKey();
            Setting setting = new Setting(here, resolved(property.getValue()));
            if (setting.type().equals("object") && !setting.isSecret()) {
                gather(here, property.getValue());
            } else if (!property.getKey().startsWith("$")) {
                settings.put(here, setting);
            }
        }
    }

    private JsonNode resolved(JsonNode property) {
        if (!property.has("$ref")) {
            return property;
        }
        ObjectNode whole =
                document.at(property.path("$ref").asText().substring(1)).deepCopy();
        return whole.setAll((ObjectNode) property);
    }

    private static final class Ours {

        static final ConfigSchema SCHEMA = read();

        private static ConfigSchema read() {
            try (InputStream file = ConfigSchema.class.getResourceAsStream("config.schema.json")) {
                if (file == null) {
                    throw new IllegalStateException("The schema of config.json is missing");
                }
                String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                return new ConfigSchema(text, new JsonMapper().readTree(text));
            } catch (IOException damaged) {
                throw new UncheckedIOException("The schema of config.json is damaged", damaged);
            }
        }
    }
}

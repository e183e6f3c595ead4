package dev.rewarddesk.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.rewarddesk.embedded.http.ContractTable;
import dev.rewarddesk.functions.Npm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** {@code docs/openapi.yaml} by itself: valid, whole, and no more than there is. */
final class DescriptionTest {

    private final JsonNode document = Promise.ours().document();

    @Test
    void itIsOpenApi31() throws IOException {
        JsonNode official = new JsonMapper()
                .readTree(
                        Files.readString(
                                Npm.file(
                                        "@seriousme/openapi-schema-validator/schemas/v3.1/schema.json",
                                        "docs/openapi.yaml is not held against OpenAPI's own schema: it is not in supabase/node_modules.")));
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(official);

        assertThat(schema.validate(document)).isEmpty();
    }

    @Test
    void everySchemaInItIsOne() {
        Schema metaschema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        List<String> broken = new ArrayList<>();
        walk(document, "", (pointer, node) -> {
            if (pointer.endsWith("/schema") || pointer.matches("/components/schemas/[^/]+")) {
                metaschema.validate(node).forEach(error -> broken.add(pointer + error));
            }
        });

        assertThat(broken).isEmpty();
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Map<String, String> routes = new TreeMap<>();
        for (JsonNode row : ContractTable.rows("routes")) {
            // An operation with several routes has a name for each.
            String which = switch (row.path("answer").asText()) {
                case "events" -> "_events";
                case "health" -> "_of_" + row.path("path").asText().replaceFirst("^(rft-)?(\\w+)/.*", "$2");
                default -> "";
            };
            routes.put(
                    row.path("method").asText() + " /" + row.path("path").asText(),
                    row.path("operation").asText() + which);
        }
        Map<String, String> described = new TreeMap<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> described.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue().path("operationId").asText())));

        assertThat(described).isEqualTo(routes);
    }

    @Test
    void everyReferenceLeadsSomewhereAndEverythingSharedIsUsed() {
        TreeSet<String> named = new TreeSet<>();
        walk(document, "", (pointer, node) -> {
            if (pointer.endsWith("/$ref")) {
                named.add(node.asText().substring(1));
            }
        });
        TreeSet<String> shared = new TreeSet<>();
        document.path("components")
                .properties()
                .forEach(kind -> kind.getValue()
                        .properties()
                        .forEach(one -> shared.add("/components/" + kind.getKey() + "/" + one.getKey())));
        shared.removeIf(pointer -> pointer.startsWith("/components/securitySchemes/"));

        assertThat(named).isEqualTo(shared);
    }

    @Test
    void everyExampleIsAsItsSchemaSays() {
        List<String> examples = new ArrayList<>();
        List<String> deviations = new ArrayList<>();
        walk(document, "", (pointer, node) -> {
            Map<String, JsonNode> values = new TreeMap<>();
            if (node.isObject() && node.has("schema")) {
                if (node.has("example")) {
                    values.put("example", node.path("example"));
                }
                node.path("examples")
                        .properties()
                        .forEach(one -> values.put(one.getKey(), one.getValue().path("value")));
            }
            values.forEach((name, value) -> {
                examples.add(pointer + " " + name);
                Promise.ours()
                        .deviations(Promise.ours().at(pointer).child("schema"), value)
                        .forEach(one -> deviations.add("%s %s%s".formatted(pointer, name, one)));
            });
        });

        assertThat(deviations).isEmpty();
        assertThat(examples).hasSizeGreaterThan(40);
    }

    @Test
    void everyRequestBodyHasAnExample() {
        List<String> without = new ArrayList<>();
        walk(document, "", (pointer, node) -> {
            if (pointer.matches(".*/requestBody/content/[^/]+")
                    && !node.path("schema").isBoolean()
                    && !node.has("example")
                    && !node.has("examples")) {
                without.add(pointer);
            }
        });

        assertThat(without).isEmpty();
    }

    private static void walk(JsonNode node, String pointer, BiConsumer<String, JsonNode> visitor) {
        visitor.accept(pointer, node);
        if (pointer.endsWith("/example") || pointer.endsWith("/examples")) {
            return;
        }
        node.properties()
                .forEach(child -> walk(
                        child.getValue(),
                        pointer + "/" + child.getKey().replace("~", "~0").replace("/", "~1"),
                        visitor));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            walk(node.path(i), pointer + "/" + i, visitor);
        }
    }
}

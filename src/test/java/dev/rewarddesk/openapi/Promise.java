package dev.rewarddesk.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An OpenAPI 3.1 document, and values held against its schemas. */
final class Promise {

    private static final String ADDRESS = "https://rewarddesk.dev/openapi";
    /** Those of which a description can speak; methods are told apart by case. */
    static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "PATCH", "TRACE");

    private static final String REFERENCE = "$ref";

    // What the document has at its top besides schemas, so that it is no stranger there.
    private static final Dialect DIALECT = Dialect.builder(Dialects.getOpenApi31())
            .keywords(Stream.of("openapi", "info", "servers", "security", "tags", "paths", "components")
                    .<Keyword>map(NonValidationKeyword::new)
                    .toList())
            .build();

    private final JsonNode document;
    private final SchemaRegistry registry;
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    private Promise(JsonNode document) {
        this.document = document;
        this.registry = SchemaRegistry.withDefaultDialect(
                DIALECT,
                builder -> builder.schemas(Map.of(ADDRESS, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()));
    }

    /** The project's own, {@code docs/openapi.yaml}. */
    static Promise ours() {
        return Ours.PROMISE;
    }

    /** That of a document. */
    static Promise of(JsonNode document) {
        return new Promise(document);
    }

    /** The document as it is written. */
    JsonNode document() {
        return document;
    }

    /** What is promised of a method on a path; empty where nothing is. */
    Optional<Place> operation(String method, String path) {
        return at("/paths")
                .child(path)
                .child(METHODS.contains(method) ? method.toLowerCase(Locale.ROOT) : "")
                .ifThere();
    }

    /** What is at a JSON Pointer. */
    Place at(String pointer) {
        return new Place(pointer, document.at(pointer));
    }

    /** The shared schema of this name. */
    Place schema(String name) {
        return at("/components/schemas").child(name);
    }

    /** In what a value is not as the schema at this place says; empty where it is. */
    List<String> deviations(Place schema, JsonNode value) {
        return schemas
                .computeIfAbsent(
                        schema.pointer(), pointer -> registry.getSchema(SchemaLocation.of(ADDRESS + "#" + pointer)))
                .validate(value)
                .stream()
                .map(error -> "%s: %s".formatted(error.getInstanceLocation(), error.getMessage()))
                .toList();
    }

    /** A node of the document, and where it is (a JSON Pointer). */
    final class Place {
        private final String pointer;
        private final JsonNode node;

        private Place(String pointer, JsonNode node) {
            this.pointer = pointer;
            this.node = node;
        }

        String pointer() {
            return pointer;
        }

        JsonNode node() {
            return node;
        }

        Optional<Place> ifThere() {
            return node.isMissingNode() ? Optional.empty() : Optional.of(this);
        }

        /** The child of this name; a reference that is nothing else is followed to what it names. */
        Place child(String name) {
            JsonNode child = node.path(name);
            if (child.size() == 1 && child.has(REFERENCE)) {
                String target = child.path(REFERENCE).asText().substring(1);
                return new Place(target, document.at(target));
            }
            return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), child);
        }
    }

    private static final class Ours {
        private static final Promise PROMISE = read();

        private static Promise read() {
            try {
                JsonNode yaml = new YAMLMapper().readTree(Files.readString(Path.of("docs", "openapi.yaml")));
                // As JSON, so that a number is what it would be there.
                return new Promise(new JsonMapper().readTree(yaml.toString()));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}

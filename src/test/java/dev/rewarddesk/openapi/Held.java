package dev.rewarddesk.openapi;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether exchanges are as {@code docs/openapi.yaml} promises: the status, the headers, the bodies. */
public final class Held {

    private static final String FUNCTIONS = "/functions/v1";
    private static final Pattern PART =
            Pattern.compile("name=\"([^\"]*)\"[^\\r]*\\r\\n(?:[^\\r]+\\r\\n)*\\r\\n(.*?)\\r\\n--", Pattern.DOTALL);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static {
        JSON.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(50_000_000)
                        .build());
    }

    private final Promise promise;

    Held(Promise promise) {
        this.promise = promise;
    }

    /**
     * Fails when an exchange with one of the functions is not as promised. What goes elsewhere is let pass.
     *
     * @param target the path with its query
     */
    public static void check(
            String method,
            String target,
            Map<String, String> requestHeaders,
            byte @Nullable [] request,
            int status,
            HttpHeaders headers,
            byte[] answer) {
        if (!target.startsWith(FUNCTIONS + "/")) {
            return;
        }
        Map<String, String> answered = new LinkedHashMap<>();
        headers.map().forEach((name, values) -> answered.put(name, values.getFirst()));
        Exchange exchange = new Exchange(
                method,
                target.split("\\?", 2)[0].substring(FUNCTIONS.length()),
                Exchange.Content.of(requestHeaders, request),
                status,
                Exchange.Content.of(answered, answer));
        List<String> deviations = new Held(Promise.ours()).deviations(exchange);
        if (!deviations.isEmpty()) {
            throw new AssertionError("%s %s answers %d otherwise than docs/openapi.yaml says:%n%s%n%.2000s"
                    .formatted(
                            method,
                            target,
                            status,
                            String.join("\n", deviations),
                            new String(answer, StandardCharsets.UTF_8)));
        }
    }

    /** Fails when an event of the stream at a path is not as promised. */
    public static void checkEvent(String path, String event, String data) {
        List<String> deviations = new Held(Promise.ours()).deviationsOfEvent(path, event, data);
        if (!deviations.isEmpty()) {
            throw new AssertionError("The event %s of %s is otherwise than docs/openapi.yaml says:%n%s%n%.2000s"
                    .formatted(event, path, String.join("\n", deviations), data));
        }
    }

    List<String> deviationsOfEvent(String path, String event, String data) {
        Promise.Place promised = promise.operation("GET", path)
                .map(operation -> operation
                        .child("responses")
                        .child("200")
                        .child("content")
                        .child("text/event-stream")
                        .child("x-data-of-events")
                        .child(event))
                .flatMap(Promise.Place::ifThere)
                .orElse(null);
        if (promised == null) {
            return List.of("There is no such event in it");
        }
        try {
            return named("The data", promise.deviations(promised, JSON.readTree(data)));
        } catch (IOException malformed) {
            return List.of("The data is no JSON: " + malformed.getMessage());
        }
    }

    /** In what the exchange is not as promised; empty where it is. */
    List<String> deviations(Exchange exchange) {
        return switch (exchange.method()) {
            case "OPTIONS" -> exchange.status() == 204 ? List.of() : List.of("OPTIONS is answered with 204");
            case "HEAD" -> exchange.answer().body().isEmpty() ? List.of() : List.of("HEAD has no body");
            default ->
                promise.operation(exchange.method(), exchange.path())
                        .map(operation -> ofOperation(operation, exchange))
                        .orElseGet(() -> ofNone(exchange));
        };
    }

    // Nothing is promised here but that it is refused.
    private List<String> ofNone(Exchange exchange) {
        List<String> deviations = new ArrayList<>();
        if (exchange.status() < 400) {
            deviations.add("There is no such operation in it");
        }
        if (exchange.status() == 405
                && Promise.METHODS.contains(exchange.method())
                && exchange.answer().header("Allow").isEmpty()) {
            deviations.add("405 comes with Allow");
        }
        deviations.addAll(ofJson(promise.schema("Failure"), "The answer", exchange.answer()));
        return deviations;
    }

    private List<String> ofOperation(Promise.Place operation, Exchange exchange) {
        Promise.Place answer = operation.child("responses").child(Integer.toString(exchange.status()));
        if (answer.ifThere().isEmpty()) {
            return List.of("There is no status %d in it".formatted(exchange.status()));
        }
        List<String> deviations = new ArrayList<>(headers(answer, exchange.answer()));
        deviations.addAll(body(answer, "The answer", exchange.answer()));
        if (exchange.status() < 300) {
            deviations.addAll(request(operation.child("requestBody"), exchange.request()));
        }
        return deviations;
    }

    private List<String> headers(Promise.Place answer, Exchange.Content content) {
        List<String> deviations = new ArrayList<>();
        Promise.Place headers = answer.child("headers");
        headers.node().properties().forEach(property -> {
            String name = property.getKey();
            Promise.Place header = headers.child(name);
            Optional<String> value = content.header(name);
            if (value.isEmpty() && header.node().path("required").asBoolean()) {
                deviations.add("There is no header " + name);
            }
            value.map(text -> promise.deviations(header.child("schema"), typed(text)))
                    .ifPresent(found -> found.forEach(one -> deviations.add("The header %s%s".formatted(name, one))));
        });
        return deviations;
    }

    private List<String> request(Promise.Place body, Exchange.Content content) {
        boolean expected = body.node().path("required").asBoolean();
        if (body.ifThere().isEmpty() || (content.body().isEmpty() && !expected)) {
            return List.of();
        }
        // Who does not say what a body is sends JSON.
        Map<String, String> headers = new LinkedHashMap<>(content.headers());
        if (content.header("Content-Type").isEmpty()) {
            headers.put("Content-Type", "application/json");
        }
        return body(body, "The request", new Exchange.Content(headers, content.body()));
    }

    private List<String> body(Promise.Place described, String which, Exchange.Content content) {
        Promise.Place types = described.child("content");
        if (types.ifThere().isEmpty()) {
            return content.body().isEmpty() ? List.of() : List.of(which + " has no body");
        }
        Promise.Place type = types.child(content.mediaType());
        if (type.ifThere().isEmpty()) {
            return List.of("%s is not of the type %s".formatted(which, content.mediaType()));
        }
        Promise.Place schema = type.child("schema");
        return switch (content.mediaType()) {
            case "multipart/form-data" -> named(which, promise.deviations(schema, form(content.body())));
            case "text/event-stream" -> List.of();
            default -> ofJson(schema, which, content);
        };
    }

    private List<String> ofJson(Promise.Place schema, String which, Exchange.Content content) {
        if (!content.mediaType().equals("application/json")) {
            return List.of("%s is not of the type %s".formatted(which, content.mediaType()));
        }
        try {
            JsonNode value = JSON.readTree(content.bytes());
            return value.isMissingNode()
                    ? List.of(which + " is empty")
                    : named(which, promise.deviations(schema, value));
        } catch (IOException malformed) {
            return List.of("%s is no JSON: %s".formatted(which, malformed.getMessage()));
        }
    }

    private static List<String> named(String which, List<String> deviations) {
        return deviations.stream().map(one -> which + one).toList();
    }

    private static JsonNode typed(String header) {
        return header.matches("\\d{1,9}")
                ? JSON.getNodeFactory().numberNode(Integer.parseInt(header))
                : TextNode.valueOf(header);
    }

    // The fields as texts; of the file only that it is there.
    private static ObjectNode form(String body) {
        ObjectNode fields = JSON.createObjectNode();
        Matcher part = PART.matcher(body);
        while (part.find()) {
            String name = part.group(1);
            byte[] content = part.group(2).getBytes(StandardCharsets.ISO_8859_1);
            fields.put(name, name.equals("file") ? "" : new String(content, StandardCharsets.UTF_8));
        }
        return fields;
    }
}

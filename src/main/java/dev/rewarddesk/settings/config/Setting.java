package dev.rewarddesk.settings.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * One thing that can be set.
 *
 * @param pointer its place in the file, such as {@code /collect/max_pages}
 * @param schema what the schema says of it, without references
 */
public record Setting(String pointer, JsonNode schema) {

    private static final String PREFIX = "REWARD_DESK";
    // A number of so many digits is one that nobody can mean, and exponents could ask for millions of them.
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /** As people read it, such as {@code collect.max_pages}. */
    public String name() {
        return pointer.substring(1).replace('/', '.');
    }

    /** The environment variable that counts for more than the file, such as {@code REWARD_DESK_COLLECT_MAX_PAGES}. */
    public String variable() {
        return PREFIX + pointer.replace('/', '_').toUpperCase(Locale.ROOT);
    }

    /** Whether it says where a secret is. */
    public boolean isSecret() {
        return schema.path("properties").has("env");
    }

    /** What holds where nobody has set it, as text; empty where that is nothing, or depends on the machine. */
    public Optional<String> usual() {
        return schema.has("default") ? Optional.of(text(schema.path("default"))) : Optional.empty();
    }

    /** What is wrong with a number that was given elsewhere, such as on the command line; empty where nothing is. */
    public Optional<String> outOfRange(String given) {
        JsonNode value = value(given.strip());
        return value.isNumber() && !isWithin(value.decimalValue())
                ? Optional.of("is %s, not %s.".formatted(range(), given.strip()))
                : Optional.empty();
    }

    /** The bounds in words. */
    String range() {
        JsonNode least = schema.path("minimum");
        JsonNode most = schema.path("maximum");
        String whole = type().equals("integer") ? "a whole number " : "a number ";
        return most.isMissingNode() || most.decimalValue().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) >= 0
                ? whole + "from %s on".formatted(least.asText())
                : whole + "from %s to %s".formatted(least.asText(), most.asText());
    }

    String type() {
        return schema.path("type").asText();
    }

    /** A text from outside as the value that it stands for; as a text where it is none of that type. */
    JsonNode value(String text) {
        return switch (type()) {
            case "integer", "number" ->
                NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text);
            case "boolean" ->
                text.equals("true") || text.equals("false")
                        ? BooleanNode.valueOf(text.equals("true"))
                        : TextNode.valueOf(text);
            case "array" -> list(text);
            default -> TextNode.valueOf(text);
        };
    }

    /** A value of its type as the command line would have it. */
    String text(JsonNode value) {
        return switch (type()) {
            case "integer" -> value.decimalValue().toBigInteger().toString();
            case "number" -> value.decimalValue().toPlainString();
            case "array" ->
                StreamSupport.stream(value.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(separator()));
            default -> value.asText();
        };
    }

    private JsonNode list(String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        List.of(text.split(Pattern.quote(separator()), -1)).forEach(part -> list.add(part.strip()));
        return list;
    }

    private String separator() {
        return schema.path("separator").asText();
    }

    private boolean isWithin(BigDecimal value) {
        return isBeyond("minimum", value) <= 0 && isBeyond("maximum", value) >= 0;
    }

    private int isBeyond(String bound, BigDecimal value) {
        JsonNode named = schema.path(bound);
        return named.isMissingNode() ? 0 : named.decimalValue().compareTo(value);
    }
}

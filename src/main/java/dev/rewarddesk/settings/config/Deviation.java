package dev.rewarddesk.settings.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where a document is not as the schema has it. Quotes nothing that was set, for it could be a secret.
 *
 * @param pointer to what is wrong
 * @param says a sentence without its subject
 */
record Deviation(String pointer, String says) {

    static Deviation of(Error error, ConfigSchema schema) {
        String pointer = pointer(error);
        String keyword = Objects.requireNonNullElse(error.getKeyword(), "");
        if (keyword.equals("additionalProperties")) {
            return new Deviation(
                    pointer + "/" + escaped(String.valueOf(error.getProperty())),
                    "is nothing that can be set. `reward-desk config schema` prints what can.");
        }
        if (keyword.equals("not")) {
            return new Deviation(
                    "", "names both `workspace` and `supabase`, which are two workspaces. Keep the one that is meant.");
        }
        return schema.at(owner(pointer, schema))
                .map(setting -> of(setting, pointer, keyword))
                .orElseGet(() -> new Deviation(pointer, "takes an object, in braces."));
    }

    private static Deviation of(Setting setting, String pointer, String keyword) {
        if (setting.isSecret()) {
            return new Deviation(
                    setting.pointer(),
                    pointer.equals(setting.pointer()) && keyword.equals("type")
                            ? "takes no secret, only where it is: {\"env\": \"NAME\"} or {\"file\": \"path\"}. Take a key that stands"
                                    + " there out, and think of it as known to whoever could read this file."
                            : "takes {\"env\": \"NAME\"}, a variable's name, or {\"file\": \"path\"}, one of them.");
        }
        if (keyword.equals("minLength")) {
            return new Deviation(pointer, "is empty. Set it, or leave it out.");
        }
        return new Deviation(pointer, "takes " + wanted(setting) + ".");
    }

    private static String wanted(Setting setting) {
        JsonNode schema = setting.schema();
        JsonNode items = schema.path("items");
        Stream<JsonNode> names = StreamSupport.stream(
                (schema.has("enum") ? schema : items).path("enum").spliterator(), false);
        List<String> words = names.map(JsonNode::asText).toList();
        String list = schema.path("type").asText().equals("array") ? "a list, at least one of them, of " : "";
        if (!words.isEmpty()) {
            return list + String.join(", ", words);
        }
        return switch (setting.type()) {
            case "integer", "number" -> setting.range();
            case "boolean" -> "true or false";
            case "array" -> "a list of texts, each NAME=site:…, NAME=url:… or NAME=words:…";
            default -> text(setting);
        };
    }

    private static String text(Setting setting) {
        return switch (setting.pointer()) {
            case "/collect/delay", "/collect/max_time" -> "a time such as 200ms, 90s, 15m or 2h";
            case "/collect/max_bytes" -> "a text such as \"500M\" or \"2G\"";
            case "/supabase/url" -> "an https URL of a host and nothing more, such as https://abcdefgh.supabase.co";
            case "/answer/endpoint" -> "an http or https URL without user, query or fragment";
            case "/collect/user_agent" -> "printable ASCII and something to read";
            default -> "a text";
        };
    }

    // What is wrong may be inside of what can be set, such as an item of a list.
    private static String owner(String pointer, ConfigSchema schema) {
        String owner = pointer;
        while (!owner.isEmpty() && schema.at(owner).isEmpty()) {
            owner = owner.substring(0, owner.lastIndexOf('/'));
        }
        return owner;
    }

    private static String pointer(Error error) {
        StringBuilder pointer = new StringBuilder();
        var path = error.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            pointer.append('/').append(escaped(String.valueOf(path.getElement(i))));
        }
        return pointer.toString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}

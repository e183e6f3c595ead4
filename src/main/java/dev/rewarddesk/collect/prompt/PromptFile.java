package dev.rewarddesk.collect.prompt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A workspace's prompt templates, in the file {@code prompts.json} of its folder:
 *
 * <pre>{@code
 * {"prompts": [
 *   {"name": "describe", "template": "Describe this picture."},
 *   {"name": "count", "category": "harbour", "template": ["How many boats are there?", "{{#caption}}Caption: {{caption}}{{/caption}}"]}
 * ]}
 * }</pre>
 *
 * A template is a text or a list of its lines. Without the file, the program's own templates hold.
 */
public final class PromptFile {

    /** Its name in the workspace's folder. */
    public static final String NAME = "prompts.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final long LARGEST = 1 << 20;
    private static final Set<String> FIELDS = Set.of("name", "category", "template");

    private final Path file;

    public PromptFile(Path file) {
        this.file = file;
    }

    /** The templates in the file, or the program's own where there is none; {@code Invalid} where it cannot be used. */
    public PromptTemplates load() {
        try {
            if (Files.size(file) > LARGEST) {
                throw invalid("it is larger than 1 MiB");
            }
            return templates(MAPPER.readTree(Files.readAllBytes(file)));
        } catch (NoSuchFileException none) {
            return usual();
        } catch (JsonProcessingException noJson) {
            throw invalid("it is no JSON at line " + noJson.getLocation().getLineNr() + ", column "
                    + noJson.getLocation().getColumnNr());
        } catch (IOException unreadable) {
            throw invalid("it cannot be read");
        }
    }

    /** The program's own templates. */
    public static PromptTemplates usual() {
        try (InputStream own = PromptFile.class.getResourceAsStream(NAME)) {
            if (own == null) {
                throw new IllegalStateException("The program's own prompts are missing");
            }
            return new PromptFile(Path.of(NAME)).templates(MAPPER.readTree(own));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private PromptTemplates templates(JsonNode document) {
        JsonNode prompts = document.path("prompts");
        if (!prompts.isArray() || prompts.isEmpty()) {
            throw invalid("it has no list \"prompts\" with at least one template");
        }
        List<PromptTemplate> templates = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonNode prompt : prompts) {
            PromptTemplate template = template(prompt, templates.size() + 1);
            if (!names.add(template.name())) {
                throw invalid("two templates are called \"" + template.name() + "\"");
            }
            templates.add(template);
        }
        return new PromptTemplates(templates);
    }

    private PromptTemplate template(JsonNode prompt, int place) {
        prompt.fieldNames().forEachRemaining(field -> {
            if (!FIELDS.contains(field)) {
                throw invalid("template " + place + " has a field \"" + field + "\", which means nothing");
            }
        });
        String name = prompt.path("name").asText();
        if (name.isBlank() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw invalid("template " + place + " has no \"name\" of 1 to 100 characters on one line");
        }
        return PromptTemplate.of(name, prompt.path("category").asText(""), text(prompt.path("template"), name));
    }

    private String text(JsonNode template, String name) {
        if (template.isTextual()) {
            return template.textValue();
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode line : template) {
            if (!line.isTextual()) {
                throw invalid("a line of the template \"" + name + "\" is no text");
            }
            lines.add(line.textValue());
        }
        if (!template.isArray()) {
            throw invalid("\"template\" of \"" + name + "\" must be a text or a list of lines");
        }
        return String.join("\n", lines);
    }

    private ServiceFailure invalid(String reason) {
        return new ServiceFailure.Invalid(
                "invalid_prompts", "The prompts in " + file + " cannot be used: " + reason + ".", "prompts");
    }
}

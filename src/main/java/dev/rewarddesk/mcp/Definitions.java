package dev.rewarddesk.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** What clients are told of tools: names, titles, schemas, hints. Each is a JSON file beside the code. */
final class Definitions {

    private final McpJsonMapper json;

    Definitions(McpJsonMapper json) {
        this.json = json;
    }

    /** The tool's definition, as it is listed. */
    McpSchema.Tool of(String name) {
        try (InputStream file = Definitions.class.getResourceAsStream(name + ".json")) {
            if (file == null) {
                throw new IllegalStateException("The tool " + name + " is not described");
            }
            return json.readValue(file.readAllBytes(), McpSchema.Tool.class);
        } catch (IOException damaged) {
            throw new UncheckedIOException("The tool " + name + " is not described well", damaged);
        }
    }
}

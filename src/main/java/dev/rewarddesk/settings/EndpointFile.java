package dev.rewarddesk.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The file that says whom models' answers come from. Holds no key. Unlike the settings of the desktop it is never guessed: where it
 * cannot be understood, nobody is asked.
 */
public final class EndpointFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Prices stay as they were written.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            // What a newer version has written is not this one's business.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final long LARGEST = 1 << 20;

    private final Path file;

    /** @param file in a folder that is made when needed */
    public EndpointFile(Path file) {
        this.file = file;
    }

    /**
     * What was set; empty where nothing was.
     *
     * @throws IOException where the file cannot be used; the message is a sentence for people
     */
    public Optional<EndpointSettings> load() throws IOException {
        try {
            if (Files.size(file) > LARGEST) {
                throw unusable("is larger than any that this program writes");
            }
            return Optional.of(read(MAPPER.readTree(Files.readAllBytes(file))));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException damaged) {
            throw unusable("is no such file, or damaged");
        }
    }

    /** Sets it, whole or not at all. */
    public void save(EndpointSettings settings) throws IOException {
        WholeFile.write(file, MAPPER.writeValueAsBytes(settings));
    }

    /** Nobody is to be asked any more. */
    public void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    private EndpointSettings read(JsonNode tree) throws IOException {
        EndpointSettings named = tree.isObject() ? MAPPER.treeToValue(tree, EndpointSettings.class) : null;
        // A file that was written by hand may lack these.
        if (named == null || named.url() == null || named.model() == null) {
            throw unusable("names no url and model");
        }
        ObjectNode whole = MAPPER.valueToTree(EndpointSettings.usual(named.url(), named.model()));
        whole.setAll((ObjectNode) tree);
        return MAPPER.treeToValue(whole, EndpointSettings.class);
    }

    private IOException unusable(String why) {
        return new IOException("The file " + file + ", which says whom models' answers come from, " + why
                + ". Put it right, or forget the endpoint and set it anew. Nothing was asked.");
    }
}

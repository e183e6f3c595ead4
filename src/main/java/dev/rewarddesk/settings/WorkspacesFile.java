package dev.rewarddesk.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.settings.vault.Turn;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The file of the known workspaces. Holds no secret. Of what it cannot understand it takes nothing. */
public final class WorkspacesFile {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final long LARGEST = 1 << 20;

    private final Path file;
    private final Turn turn;

    public WorkspacesFile(Path file) {
        this.file = file;
        this.turn = new Turn(file);
    }

    /** What is in the file; {@link KnownWorkspaces#NONE} where it is not there or cannot be used. */
    public KnownWorkspaces load() {
        try {
            return Files.size(file) > LARGEST ? KnownWorkspaces.NONE : read(MAPPER.readTree(Files.readAllBytes(file)));
        } catch (IOException noneOrDamaged) {
            return KnownWorkspaces.NONE;
        }
    }

    /** Changes what is in the file, whole or not at all; one after the other, also between processes. */
    public KnownWorkspaces change(UnaryOperator<KnownWorkspaces> change) throws IOException {
        return turn.take(() -> write(change.apply(load())));
    }

    private KnownWorkspaces write(KnownWorkspaces changed) throws IOException {
        WholeFile.write(file, MAPPER.writeValueAsBytes(written(changed)));
        return changed;
    }

    private static ObjectNode written(KnownWorkspaces workspaces) {
        ObjectNode tree = MAPPER.createObjectNode();
        ArrayNode hosted = tree.putArray("hosted");
        for (KnownWorkspace known : workspaces.hosted()) {
            hosted.addObject()
                    .put("url", known.url().toString())
                    .put("publishableKey", known.publishableKey())
                    .put("name", known.name());
        }
        workspaces.last().ifPresent(url -> tree.put("last", url.toString()));
        return tree;
    }

    private static KnownWorkspaces read(JsonNode tree) {
        List<KnownWorkspace> hosted = new ArrayList<>();
        for (JsonNode node : tree.path("hosted")) {
            Optional<URI> url = url(node.path("url").asText());
            String key = node.path("publishableKey").asText();
            if (url.isPresent() && !key.isEmpty()) {
                String host = String.valueOf(url.get().getHost());
                hosted.add(new KnownWorkspace(url.get(), key, node.path("name").asText(host)));
            }
        }
        return new KnownWorkspaces(hosted, url(tree.path("last").asText()));
    }

    private static Optional<URI> url(String text) {
        try {
            return Optional.of(URI.create(text)).filter(url -> url.getHost() != null);
        } catch (IllegalArgumentException noUrl) {
            return Optional.empty();
        }
    }
}

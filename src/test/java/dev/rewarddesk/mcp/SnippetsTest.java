package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.settings.config.ConfigSchema;
import dev.rewarddesk.settings.config.Configuration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the documentation gives people to paste. */
final class SnippetsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An indented block that begins with a brace. */
    private static final Pattern BLOCK = Pattern.compile("(?m)^    \\{.*(?:\\n {4}.*)*");

    @TempDir
    private Path folder;

    @Test
    void everySnippetForAClientIsJsonAndStartsTheServerWithTheArgumentsThatItNames() throws Exception {
        Path config = Files.writeString(folder.resolve("config.json"), "{\"mcp\":{\"answers\":false}}");
        Path home = Files.createDirectories(folder.resolve("home"));
        List<JsonNode> servers = servers("mcp.md");

        List<List<String>> arguments = servers.stream()
                .filter(server -> server.has("command"))
                .peek(server -> assertThat(server.path("command").asText()).endsWith("/bin/reward-desk"))
                .map(server -> List.of(JSON.convertValue(server.path("args"), String[].class)))
                .distinct()
                .toList();

        assertThat(servers).hasSize(6);
        assertThat(arguments)
                .hasSize(2)
                .allSatisfy(each -> assertThat(each).first().isEqualTo("mcp"));
        for (List<String> each : arguments) {
            List<String> options = new ArrayList<>(each.subList(1, each.size()));
            options.replaceAll(option -> option.equals("/path/to/config.json") ? config.toString() : option);
            try (Client client = Client.of(home, options, spec -> spec)) {
                assertThat(client.sdk().listTools().tools()).isNotEmpty();
            }
        }
    }

    @Test
    void everySnippetForHttpReachesAServerThatIsConfiguredAsItIsSaidThere() throws Exception {
        List<JsonNode> servers =
                servers("mcp.md").stream().filter(server -> server.has("url")).toList();
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("config.json"), "{\"serve\":{\"mcp\":true}}");

        assertThat(servers).hasSize(2);
        try (Program.Running served = new Program(home).started("serve", "--json")) {
            URI url =
                    URI.create(JSON.readTree(served.firstLine()).path("mcpUrl").asText());
            assertThat(servers).allSatisfy(server -> {
                URI said = URI.create(server.path("url").asText());
                assertThat(said)
                        .hasScheme(url.getScheme())
                        .hasHost(url.getHost())
                        .hasPath(url.getPath());
                assertThat(server.at("/headers/Authorization").asText()).matches("Bearer \\$\\{.*}");
            });
        }
    }

    @Test
    void everyConfigurationThatIsShownIsOne() throws Exception {
        List<JsonNode> shown = blocks("configuration.md");

        assertThat(shown).hasSize(3);
        for (JsonNode each : shown) {
            Path file = Files.writeString(folder.resolve("shown.json"), each.toString());
            assertThat(Configuration.of(file, file, Map.of()).mistakes()).isEmpty();
        }
        assertThat(shown.getFirst().path("$schema").asText())
                .isEqualTo(JSON.readTree(ConfigSchema.ours().text()).path("$id").asText());
    }

    private static List<JsonNode> servers(String document) throws IOException {
        return blocks(document).stream()
                .map(block -> block.has("servers") ? block.path("servers") : block.path("mcpServers"))
                .map(servers -> servers.path("reward-desk"))
                .toList();
    }

    private static List<JsonNode> blocks(String document) throws IOException {
        return BLOCK.matcher(Files.readString(Path.of("docs", document)))
                .results()
                .map(block -> read(block.group()))
                .toList();
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

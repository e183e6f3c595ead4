package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.cli.HostedProject;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.Root;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An assistant's server whose workspace is named by URL and key, as a hosted project's is. */
final class HostedAssistantTest {

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @EnumSource
    void anAssistantWorksOnTheProjectThatIsConfigured(HostedProject hosted) throws Exception {
        try (HostedProject.Opened project = hosted.open()) {
            Path key = Files.writeString(temporary.resolve("key"), project.secretKey());
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Path config = Files.writeString(
                    temporary.resolve("config.json"),
                    "{\"supabase\":{\"url\":\"%s\",\"secret_key\":{\"file\":\"key\"}}}".formatted(project.url()));
            Path mine = Files.createDirectories(temporary.resolve("mine"));
            Path images = Pictures.folder(temporary.resolve("images"));
            Root root = Root.builder(images.toUri().toString()).build();

            try (Client client = Client.of(
                    mine,
                    List.of("--config", config.toString(), "--no-answers"),
                    spec -> spec.roots(root)
                            .capabilities(
                                    ClientCapabilities.builder().roots(false).build()))) {
                JsonNode file = client.document("rft_process_images", Map.of("image_paths", List.of("1.png")))
                        .at("/files/0");
                assertThat(file.path("status").asText()).isEqualTo("new");
                project.backend()
                        .service()
                        .post(
                                "/functions/v1/rft-responses",
                                "{\"user_id\":\"t\",\"prompt\":\"What?\",\"response_text\":\"A square.\",\"image_id\":\"%s\"}"
                                        .formatted(file.path("image_id").asText()))
                        .ok();
                CallToolResult waiting = client.call("rft_next_items", Map.of());
                JsonNode item = client.valid("rft_next_items", waiting).at("/items/0");
                assertThat(waiting.content()).hasAtLeastOneElementOfType(ImageContent.class);
                client.document(
                        "rft_create_reward",
                        Map.of("response_id", item.path("response_id").asText(), "score", 1));
                client.document(
                        "rft_manage_checkpoints",
                        Map.of(
                                "action",
                                "create",
                                "checkpoint_data",
                                Map.of("version", "far-1", "storage_key", "s3://models/far-1")));
                JsonNode statistics = client.document("rft_get_statistics", Map.of("include_agents", true));
                assertThat(statistics.at("/checkpoints/total").asInt()).isEqualTo(1);
                assertThat(statistics.at("/agents/0/total").asInt()).isEqualTo(1);
                assertThat(String.join("\n", client.errors())).doesNotContain(project.secretKey());
            }
            assertThat(mine.resolve("postgres")).doesNotExist();
        }
    }
}

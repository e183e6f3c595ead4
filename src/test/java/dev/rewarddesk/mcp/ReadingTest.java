package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.embedded.TestBackend;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.GetPromptResult;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.Prompt;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.Resource;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Resources and prompts, which clients read without calling a tool. */
@Timeout(120)
final class ReadingTest {

    @TempDir
    static Path folder;

    private static Path images;
    private static Client client;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        images = Pictures.folder(folder.resolve("images"));
        var imported = new Program(home).run("import", images.toString());
        assertThat(imported.status()).as(imported.err()).isZero();
        client = Client.of(home);
    }

    @AfterAll
    static void end() {
        client.close();
    }

    @Test
    void resourcesAndPromptsAreListed() {
        assertThat(client.sdk().listResources().resources())
                .extracting(Resource::uri)
                .containsExactlyInAnyOrder("reward-desk://statistics", "reward-desk://checkpoints/active");
        assertThat(client.sdk().listResourceTemplates().resourceTemplates())
                .extracting(ResourceTemplate::uriTemplate)
                .containsExactly("reward-desk://images/{id}");
        assertThat(client.sdk().listPrompts().prompts())
                .extracting(Prompt::name)
                .containsExactly("review_item");
    }

    @Test
    void theStatisticsAreReadAsTheToolTellsThem() throws IOException {
        assertThat(document(read("reward-desk://statistics")))
                .isEqualTo(client.document("rft_get_statistics", Map.of()));
    }

    @Test
    void theActiveCheckpointIsReadOnceThereIsOne() throws IOException {
        assertThat(document(read("reward-desk://checkpoints/active")).has("checkpoint"))
                .isFalse();
        client.document(
                "rft_manage_checkpoints",
                Map.of("action", "create", "checkpoint_data", Map.of("version", "one", "storage_key", "s3://w")));
        client.document(
                "rft_manage_checkpoints", Map.of("action", "activate", "checkpoint_id", "one", "reason", "The first."));

        assertThat(document(read("reward-desk://checkpoints/active"))
                        .at("/checkpoint/version")
                        .asText())
                .isEqualTo("one");
    }

    @Test
    void anImageIsReadWithItsAnswers() throws IOException {
        JsonNode item = item();

        ReadResourceResult result = read(item.at("/image/uri").asText());

        JsonNode document = document(result);
        assertThat(document.at("/answers/0/untrusted/response_text")).isEqualTo(item.at("/untrusted/response_text"));
        BlobResourceContents picture = (BlobResourceContents) result.contents().get(1);
        assertThat(picture.mimeType()).isEqualTo("image/png");
        assertThat(Base64.getDecoder().decode(picture.blob()))
                .isEqualTo(Files.readAllBytes(
                        images.resolve(document.at("/untrusted/file_name").asText())));
    }

    @Test
    void anImageThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> read("reward-desk://images/" + UUID.randomUUID()))
                .hasMessageContaining("not found");
        assertThatThrownBy(() -> read("reward-desk://images/..%2fstatistics")).hasMessageContaining("not found");
    }

    @Test
    void anItemIsReviewedByTheGuidelinesWithItsImage() {
        JsonNode item = item();

        GetPromptResult result = client.sdk()
                .getPrompt(GetPromptRequest.builder("review_item")
                        .arguments(
                                Map.of("response_id", item.path("response_id").asText()))
                        .build());

        assertThat(result.messages()).hasSize(2);
        assertThat(((ImageContent) result.messages().getFirst().content()).mimeType())
                .isEqualTo("image/png");
        assertThat(((TextContent) result.messages().getLast().content()).text())
                .contains(
                        "rft_create_reward",
                        "Guidelines",
                        "not to be followed",
                        item.at("/untrusted/response_text").asText());
    }

    private static JsonNode item() {
        return client.document("rft_next_items", Map.of("limit", 1)).at("/items/0");
    }

    private static ReadResourceResult read(String uri) {
        return client.sdk().readResource(ReadResourceRequest.builder(uri).build());
    }

    private static JsonNode document(ReadResourceResult result) throws IOException {
        return new ObjectMapper()
                .readTree(((TextResourceContents) result.contents().getFirst()).text());
    }
}

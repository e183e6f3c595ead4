package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.embedded.TestBackend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An assistant's server whose workspace is named by URL and key, as a hosted project's is. */
final class HostedAssistantTest {

    @TempDir
    private Path temporary;

    @Test
    void anAssistantWorksOnTheProjectThatIsConfigured() throws Exception {
        Program theirs = new Program(temporary.resolve("theirs"));
        Files.move(TestBackend.emptyWorkspace(), theirs.home());
        try (Program.Running served = theirs.started("serve", "--json")) {
            JsonNode access = new ObjectMapper().readTree(served.firstLine());
            Path key = Files.writeString(
                    temporary.resolve("key"), access.path("secretKey").asText());
            Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
            Path config = Files.writeString(
                    temporary.resolve("config.json"),
                    "{\"supabase\":{\"url\":\"%s\",\"secret_key\":{\"file\":\"key\"}}}"
                            .formatted(access.path("url").asText()));
            Path mine = Files.createDirectories(temporary.resolve("mine"));

            try (Client client = Client.of(mine, List.of("--config", config.toString()), spec -> spec)) {
                client.document(
                        "rft_manage_checkpoints",
                        Map.of(
                                "action",
                                "create",
                                "checkpoint_data",
                                Map.of("version", "far-1", "storage_key", "s3://models/far-1")));
                assertThat(client.document("rft_get_statistics", Map.of())
                                .findPath("checkpoints")
                                .path("total")
                                .asInt())
                        .isEqualTo(1);
                assertThat(String.join("\n", client.errors()))
                        .doesNotContain(access.path("secretKey").asText());
            }
            assertThat(theirs.run("checkpoints", "list").out()).contains("far-1");
        }
    }
}

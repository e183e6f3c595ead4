package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.TestBackend;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Root;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths that lead out of the client's roots, or to what is no image file: each is refused, and none holds the call up. */
@Timeout(120)
final class HostilePathsTest {

    @TempDir
    static Path folder;

    private static Path root;
    private static Client client;

    @BeforeAll
    static void layTraps() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        root = Files.createDirectories(folder.resolve("a folder/with ünï"));
        Path secret = folder.resolve("secret.png");
        Pictures.draw(secret, 1);
        Pictures.draw(root.resolve("good.png"), 2);
        Files.createDirectories(root.resolve("folder.png"));
        Files.createSymbolicLink(root.resolve("out.png"), secret);
        Files.createSymbolicLink(root.resolve("up"), folder);
        Files.createSymbolicLink(root.resolve("loop.png"), root.resolve("loop.png"));
        Files.createSymbolicLink(root.resolve("endless.png"), Path.of("/dev/zero"));
        Files.createSymbolicLink(root.resolve("inside.png"), root.resolve("good.png"));
        assertThat(new ProcessBuilder("mkfifo", root.resolve("pipe.png").toString())
                        .start()
                        .waitFor())
                .isZero();
        Files.createFile(root.resolve("empty.png"));
        Files.writeString(root.resolve("page.png"), "<html>" + "x".repeat(100));
        try (RandomAccessFile huge =
                new RandomAccessFile(root.resolve("huge.png").toFile(), "rw")) {
            huge.write(Files.readAllBytes(root.resolve("good.png")));
            huge.setLength(1L << 33);
        }
        client = Transport.STDIO.open(
                home,
                List.of("--no-answers"),
                spec -> spec.roots(
                                Root.builder(root.toUri().toString()).build(),
                                Root.builder("https://example.org/").build(),
                                Root.builder("file:///nowhere%00").build())
                        .capabilities(ClientCapabilities.builder().roots(false).build()));
    }

    @AfterAll
    static void end() {
        client.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../secret.png",
                "../with ünï/../../secret.png",
                "out.png",
                "up/secret.png",
                "loop.png",
                "endless.png",
                "/dev/zero",
                "/etc/hostname",
                "/proc/self/environ",
                "pipe.png",
                "folder.png",
                ".",
                "empty.png",
                "page.png",
                "huge.png",
                "absent.png",
                "good.png\u0000.txt",
                "file:///etc/hostname",
                "good.png\n"
            })
    void isRefused(String path) {
        JsonNode file = process(path);

        assertThat(file.path("status").asText()).as(file.toString()).isEqualTo("refused");
        assertThat(file.path("reason").asText()).isNotBlank().doesNotContain("Exception", "java.");
        assertThat(file.has("image_id")).isFalse();
    }

    @Test
    void aLinkWithinTheRootsIsFollowed() {
        assertThat(process("inside.png").path("status").asText()).isIn("new", "duplicate");
        assertThat(process(root.resolve("../with ünï/good.png").toString())
                        .path("status")
                        .asText())
                .isEqualTo("duplicate");
    }

    private static JsonNode process(String path) {
        return client.document("rft_process_images", Map.of("image_paths", List.of(path)))
                .at("/files/0");
    }
}

package dev.rewarddesk.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace on a disk of 110 MB, which only root can make. */
final class DiskFullTest {

    private static final String PATH = "/functions/v1/rft-responses";

    @TempDir
    private Path disk;

    private boolean mounted;

    @BeforeEach
    void mount() throws IOException {
        mounted = run("mount", "-t", "tmpfs", "-o", "size=110m", "tmpfs", disk.toString()) == 0;
        assumeTrue(mounted, "a small disk can only be mounted by root; this is not tested here");
    }

    @AfterEach
    void unmount() throws IOException {
        if (mounted) {
            assertThat(run("umount", disk.toString())).isZero();
        }
    }

    @Test
    void aFullDiskIsToldNothingAcknowledgedIsLostAndWorkGoesOnOnceThereIsSpace() throws IOException {
        Path workspace = TestBackend.emptyWorkspaceIn(disk);
        try (TestBackend backend = TestBackend.on(workspace, BackendOptions.defaults())) {
            List<String> acknowledged = new ArrayList<>();
            acknowledged.add(Responses.create(backend.service(), "before"));
            fill();

            TestApi.Answer upload = backend.service().upload("a.png", "image/png", Pictures.png(50, 50), Map.of());
            assertThat(upload.status()).as(upload.text()).isEqualTo(503);
            assertThat(upload.code()).isEqualTo("disk_full");
            TestApi.Answer refused = writeUntilRefused(backend.service(), acknowledged);
            assertThat(refused.status()).as(refused.text()).isEqualTo(503);
            assertThat(refused.code()).isIn("disk_full", "busy");
            assertThat(refused.header("Retry-After")).isNotEmpty();

            Files.delete(junk());
            acknowledged.add(createdInTheEnd(backend.service()));
            backend.service()
                    .upload("a.png", "image/png", Pictures.png(50, 50), Map.of())
                    .ok();
            assertThat(ids(backend.service())).containsAll(acknowledged);
        }
    }

    @Test
    void aWorkspaceOnAFullDiskDoesNotOpenAndSaysWhy() throws IOException {
        Path workspace = TestBackend.emptyWorkspaceIn(disk);
        fill();
        assertThatThrownBy(() -> EmbeddedBackend.open(workspace, BackendOptions.defaults()))
                .isInstanceOf(BackendUnavailable.class)
                .hasMessageContaining("disk")
                .hasMessageContaining("ree some space");

        Files.delete(junk());
        TestBackend.on(workspace, BackendOptions.defaults()).close();
    }

    @Test
    void aNewWorkspaceOnAFullDiskLeavesNothingHalfMade() throws IOException {
        Path workspace = Files.createDirectory(disk.resolve("new"));
        Files.write(junk(), new byte[100 * 1024 * 1024]);
        assertThatThrownBy(() -> EmbeddedBackend.open(workspace, BackendOptions.defaults()))
                .isInstanceOf(BackendUnavailable.class)
                .hasMessageContaining("ree some space");

        Files.delete(junk());
        TestBackend.on(workspace, BackendOptions.defaults()).close();
    }

    private Path junk() {
        return disk.resolve("junk");
    }

    private void fill() throws IOException {
        byte[] block = new byte[4096];
        try (OutputStream out = Files.newOutputStream(junk())) {
            while (true) {
                out.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static TestApi.Answer writeUntilRefused(TestApi api, List<String> acknowledged) {
        String body = TestApi.json(Map.of("user_id", "p", "prompt", "p", "response_text", "x y z ".repeat(20_000)));
        for (int attempt = 0; attempt < 2000; attempt++) {
            TestApi.Answer answer = api.post(PATH, body);
            if (answer.status() != 200) {
                return answer;
            }
            acknowledged.add(answer.json().at("/data/id").asText());
        }
        throw new AssertionError("the full disk was never noticed");
    }

    private static String createdInTheEnd(TestApi api) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        String body = TestApi.json(Map.of("user_id", "p", "prompt", "p", "response_text", "after"));
        TestApi.Answer answer = api.post(PATH, body);
        while (answer.status() != 200) {
            assertThat(answer.status()).as(answer.text()).isEqualTo(503);
            assertThat(System.nanoTime()).as(answer.text()).isLessThan(deadline);
            answer = api.post(PATH, body);
        }
        return answer.json().at("/data/id").asText();
    }

    private static List<String> ids(TestApi api) {
        List<String> ids = new ArrayList<>();
        String query = "?limit=100";
        while (true) {
            JsonNode page = api.get(PATH + query).ok();
            page.get("data").forEach(row -> ids.add(row.get("id").asText()));
            if (page.get("next_cursor").isNull()) {
                return ids;
            }
            query = "?limit=100&cursor=" + page.get("next_cursor").asText();
        }
    }

    private static int run(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }
}

package dev.rewarddesk.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.model.ReviewItem;
import dev.rewarddesk.review.ReviewService;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RealImportTest {

    @TempDir
    private Path folder;

    private TestBackend backend;
    private SupabaseClient owner;

    @BeforeEach
    void start() {
        backend = TestBackend.fresh();
        owner = RealWorkspace.owner(backend);
    }

    @AfterEach
    void stop() {
        owner.close();
        backend.close();
    }

    @Test
    void theQueueHasTheFilesOrder() throws IOException {
        TestImages.folder(folder, 6, 2);

        ImportReport report = run();

        assertThat(report).isEqualTo(new ImportReport(6, 12, 0, 0, List.of()));
        List<ReviewItem> queue = new ReviewService(owner).claim(50).items();
        assertThat(queue)
                .extracting(item -> item.response().responseText())
                .startsWith("answer 0 of image 0", "answer 1 of image 0", "answer 0 of image 1")
                .hasSize(12);
        assertThat(queue).allSatisfy(item -> {
            assertThat(item.image()).isNotNull();
            if (item.image() != null) {
                assertThat(item.image().category()).isEqualTo("test");
                assertThat(item.response().responseText())
                        .endsWith(item.image().fileName().replaceAll("\\D", ""));
            }
        });
    }

    @Test
    void importingTwiceAddsNothingEvenAfterMonths() throws IOException, SQLException {
        TestImages.folder(folder, 3, 2);
        Files.writeString(folder.resolve("checkpoints.jsonl"), """
                {"version":"model-0","storage_key":"k0","is_active":true}
                {"version":"model-1","storage_key":"k1","epoch":2,"avg_reward":0.5,"metadata":{"by":"test"}}
                """);
        run();
        // As if the keys had expired.
        try (Connection connection = backend.ownerConnection()) {
            connection.createStatement().execute("delete from private.idempotency_keys");
        }

        assertThat(run()).isEqualTo(new ImportReport(0, 0, 0, 8, List.of()));
    }

    @Test
    void whatGuardRailsHoldUpIsRecordedAndSaidByLine() throws IOException {
        backend.service()
                .put("/functions/v1/rft-responses/workspace", "{\"guard_rewards\": 1}")
                .ok();
        TestImages.folder(folder, 1, 1);
        Files.writeString(folder.resolve("checkpoints.jsonl"), """
                {"version":"guarded","storage_key":"k0","is_active":true}
                """);

        ImportReport report = run();

        assertThat(report.checkpoints()).isEqualTo(1);
        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason())
                        .contains("recorded and not active")
                        .contains("1 is asked for"));
    }

    @Test
    void whatTheWorkspaceRefusesIsReportedByLine() throws IOException {
        TestImages.folder(folder, 1, 1);
        Files.writeString(folder.resolve("cut.png"), "\u0089PNG\r\n\u001a\n but no more", StandardCharsets.ISO_8859_1);
        append("{\"image\":\"cut.png\",\"prompt\":\"p\",\"response_text\":\"r\"}");
        append("{\"image\":\"image-0.png\",\"prompt\":\"p\",\"response_text\":\"nul \\u0000\"}");
        append("{\"image\":\"image-0.png\",\"prompt\":\"p\",\"response_text\":\"r\",\"model_id\":\"" + "m".repeat(201)
                + "\"}");
        append("{\"image\":\"image-0.png\",\"prompt\":\"p\",\"response_text\":\"" + "x".repeat(5 << 20) + "\"}");
        append("{\"image\":\"image-0.png\",\"prompt\":\"p\",\"response_text\":\"good\"}");

        ImportReport report = run();

        assertThat(report.responses()).isEqualTo(2);
        assertThat(report.problems()).extracting(ImportReport.Problem::line).containsExactly(2, 3, 4, 5);
        assertThat(report.problems())
                .extracting(ImportReport.Problem::reason)
                .satisfiesExactly(
                        image -> assertThat(image).startsWith("the image \"cut.png\" was refused: "),
                        nul -> assertThat(nul).contains("a character that cannot be stored"),
                        model -> assertThat(model).contains("at most 200 characters"),
                        large -> assertThat(large).contains("longer than the workspace takes"));
    }

    private ImportReport run() {
        return new FolderImport(owner).run(folder, progress -> {});
    }

    private void append(String line) throws IOException {
        Files.writeString(folder.resolve("responses.jsonl"), line + "\n", StandardOpenOption.APPEND);
    }
}

package dev.rewarddesk.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.collect.prompt.PromptTemplate;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AnswerRunTest {

    private static final PromptTemplates WHAT =
            new PromptTemplates(List.of(PromptTemplate.of("what", "", "What is it? {{caption}}")));

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
    void anAnswerArrivesWithHowItCameToBe() throws IOException {
        String checkpoint = backend.service()
                .post(
                        "/functions/v1/rft-checkpoints",
                        "{\"version\": \"v1\", \"storage_key\": \"k\", \"is_active\": true, \"reason\": \"first\"}")
                .ok()
                .path("data")
                .path("id")
                .asText();
        List<ImageToAnswer> images = StoredImages.of(owner, 1);

        try (StandInEndpoint model =
                new StandInEndpoint((prompt, before) -> StandInEndpoint.answer("A grid.", "stop"))) {
            AnswerProgress end = run(images, model.settings(2, 10, 10_000));

            assertThat(end.state()).as(end.message()).isEqualTo(State.DONE);
            assertThat(end.answered()).isEqualTo(1);
            assertThat(end.tokens()).isEqualTo(320);
            StandInEndpoint.Asked asked = model.asked().getFirst();
            assertThat(asked.path()).isEqualTo("/v1/chat/completions");
            assertThat(asked.authorization()).isEqualTo("Bearer " + StandInEndpoint.KEY);
            assertThat(asked.image()).startsWith("data:image/png;base64,iVBOR");
        }
        JsonNode response = responses().path(0);
        assertThat(response.path("response_text").asText()).isEqualTo("A grid.");
        assertThat(response.path("prompt").asText())
                .isEqualTo("What is it? <page-data name=\"caption\">image-0</page-data>");
        assertThat(response.path("image_id").asText())
                .isEqualTo(images.getFirst().id().toString());
        assertThat(response.path("model_id").asText()).isEqualTo("stand-in-1");
        assertThat(response.path("checkpoint_id").asText()).isEqualTo(checkpoint);
        JsonNode metadata = response.path("metadata");
        assertThat(metadata.path("usage").path("completion_tokens").asInt()).isEqualTo(20);
        assertThat(metadata.path("latency_ms").isIntegralNumber()).isTrue();
        assertThat(metadata.path("finish_reason").asText()).isEqualTo("stop");
        assertThat(metadata.path("served_by").asText()).isEqualTo("stand-in-1-0613");
        assertThat(metadata.path("template").asText()).isEqualTo("what");
    }

    private AnswerProgress run(List<ImageToAnswer> images, AnswerSettings settings) {
        try (AnswerJournal journal = AnswerJournal.open(folder.resolve("collect"))) {
            return new AnswerRun(owner, journal, WHAT, settings).run(images, progress -> {});
        }
    }

    private JsonNode responses() {
        return backend.service()
                .get("/functions/v1/rft-responses?limit=1000")
                .ok()
                .path("data");
    }
}

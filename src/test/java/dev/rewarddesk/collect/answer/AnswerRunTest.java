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
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
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

    @Test
    void eachImageEndsWithAnAnswerOrARecordedReason() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 9);

        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> switch (number(prompt)) {
            case 0 -> StandInEndpoint.refusal("I would rather not.");
            case 1 -> before == 0 ? busy() : StandInEndpoint.answer("after 429", "stop");
            case 2 -> before == 0 ? broken() : StandInEndpoint.answer("after broken JSON", "stop");
            case 3 -> before == 0 ? StandInEndpoint.cut() : StandInEndpoint.answer("after a cut", "stop");
            case 4 -> before == 0 ? StandInEndpoint.silence() : StandInEndpoint.answer("after silence", "stop");
            case 5 -> StandInEndpoint.json(500, "{}");
            case 6 -> StandInEndpoint.answer("too lo", "length");
            case 7 -> StandInEndpoint.answer("", "content_filter");
            default -> StandInEndpoint.json(400, "{\"error\":{\"message\":\"bad " + StandInEndpoint.KEY + "\"}}");
        })) {
            AnswerProgress end = run(images, model.settings(4, 100, 1_000_000));

            assertThat(end.state()).as(end.message()).isEqualTo(State.DONE);
            assertThat(end.answered()).isEqualTo(5);
            assertThat(end.truncated()).isEqualTo(1);
            assertThat(end.declined()).isEqualTo(2);
            assertThat(end.failed()).isEqualTo(Map.of("endpoint_failed", 1L, "endpoint_refused", 1L));
            assertThat(end.reasons().get("endpoint_refused")).contains("bad …").doesNotContain(StandInEndpoint.KEY);
            assertThat(end.waiting()).isZero();
            assertThat(end.requests()).isEqualTo(model.asked().size()).isEqualTo(1 + 4 * 2 + 3 + 1 + 1 + 1);
        }
        assertThat(responses())
                .extracting(response -> response.path("response_text").asText())
                .containsExactlyInAnyOrder("after 429", "after broken JSON", "after a cut", "after silence", "too lo");
        assertThat(responses())
                .filteredOn(
                        response -> response.path("metadata").path("truncated").asBoolean())
                .hasSize(1);
    }

    @Test
    void aSecondRunAsksOnlyWhatHadNoAnswer() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 4);
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> switch (number(prompt)) {
            case 0 -> StandInEndpoint.refusal("no");
            case 1 -> before < 3 ? StandInEndpoint.json(503, "") : StandInEndpoint.answer("at last", "stop");
            default -> StandInEndpoint.answer("yes", "stop");
        })) {
            run(images, model.settings(2, 100, 1_000_000));
            int first = model.asked().size();

            AnswerProgress second = run(images, model.settings(2, 100, 1_000_000));

            assertThat(model.asked()).hasSize(first + 1);
            assertThat(second.answered()).isEqualTo(1);
            assertThat(second.known()).isEqualTo(2);
            assertThat(second.declined()).isEqualTo(1);
        }
        assertThat(responses()).hasSize(3);
    }

    @Test
    void anotherMachineAsksNothingThatTheWorkspaceHasAnswersTo() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 3);
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> StandInEndpoint.answer("yes", "stop"))) {
            run(images, model.settings(2, 100, 1_000_000));
            backend.service()
                    .delete("/functions/v1/rft-responses?id="
                            + responses().path(0).path("id").asText())
                    .ok();

            AnswerProgress other;
            try (AnswerJournal journal = AnswerJournal.open(folder.resolve("other"))) {
                other = new AnswerRun(owner, journal, WHAT, model.settings(2, 100, 1_000_000))
                        .run(images, progress -> {});
            }

            assertThat(other.known()).isEqualTo(2);
            assertThat(other.answered()).isEqualTo(1);
        }
        assertThat(responses()).hasSize(3);
    }

    @Test
    void anAnswerThatWasKeptButNotSentIsSentWithoutAsking() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 1);
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> StandInEndpoint.answer("yes", "stop"))) {
            AnswerSettings settings = model.settings(1, 100, 1_000_000);
            Question question =
                    Questions.about(images.getFirst(), WHAT, settings).getFirst();
            try (AnswerJournal journal = AnswerJournal.open(folder.resolve("collect"))) {
                journal.answered(
                        question.id(),
                        question.image(),
                        "{\"id\":\"%s\",\"user_id\":\"u\",\"prompt\":\"p\",\"response_text\":\"kept\",\"checkpoint_id\":\"%s\"}"
                                .formatted(question.id(), UUID.randomUUID()));
            }

            AnswerProgress end = run(images, settings);

            assertThat(end.state()).as(end.message()).isEqualTo(State.DONE);
            assertThat(model.asked()).isEmpty();
        }
        assertThat(responses())
                .extracting(response -> response.path("response_text").asText())
                .containsExactly("kept");
    }

    @Test
    void requestsAndTokensStayWithinTheBudget() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 12);
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> StandInEndpoint.answer("yes", "stop"))) {
            AnswerProgress few = run(images, model.settings(8, 5, 1_000_000));
            assertThat(few.state()).isEqualTo(State.BUDGET_USED);
            assertThat(model.asked()).hasSize(5);
            assertThat(few.answered()).isEqualTo(5);

            AnswerProgress short2 = run(images, model.settings(8, 100, 2_500));
            assertThat(short2.state()).isEqualTo(State.BUDGET_USED);
            assertThat(short2.tokens()).isLessThanOrEqualTo(2_500).isEqualTo(320 * short2.answered());
            assertThat(short2.answered()).isPositive();
        }
    }

    @Test
    void afterCancellingWhatIsUnderWayIsKeptAndNothingBegins() throws Exception {
        List<ImageToAnswer> images = StoredImages.of(owner, 6);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> {
                    asked.countDown();
                    await(cancelled);
                    return StandInEndpoint.answer("yes", "stop");
                });
                AnswerJournal journal = AnswerJournal.open(folder.resolve("collect"))) {
            AnswerRun run = new AnswerRun(owner, journal, WHAT, model.settings(1, 100, 1_000_000));
            FutureTask<AnswerProgress> task = new FutureTask<>(() -> run.run(images, progress -> {}));
            Thread.ofVirtual().start(task);
            await(asked);
            run.cancel();
            cancelled.countDown();

            AnswerProgress end = task.get(30, TimeUnit.SECONDS);

            assertThat(end.state()).isEqualTo(State.CANCELLED);
            assertThat(end.answered()).isEqualTo(1);
            assertThat(model.asked()).hasSize(1);
        }
    }

    @Test
    void aPausedRunAsksNothingUntilItGoesOn() throws Exception {
        List<ImageToAnswer> images = StoredImages.of(owner, 3);
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> StandInEndpoint.answer("yes", "stop"));
                AnswerJournal journal = AnswerJournal.open(folder.resolve("collect"))) {
            AnswerRun run = new AnswerRun(owner, journal, WHAT, model.settings(1, 100, 1_000_000));
            run.pause();
            FutureTask<AnswerProgress> task = new FutureTask<>(() -> run.run(images, progress -> {}));
            Thread.ofVirtual().start(task);
            assertThat(run.progress().state()).isEqualTo(State.PAUSED);
            run.resume();

            assertThat(task.get(30, TimeUnit.SECONDS).answered()).isEqualTo(3);
        }
    }

    private static int number(String prompt) {
        return Integer.parseInt(prompt.replaceAll("(?s).*image-(\\d+).*", "$1"));
    }

    private static MockResponse busy() {
        return StandInEndpoint.json(429, "{}")
                .newBuilder()
                .addHeader("Retry-After", "0")
                .build();
    }

    private static MockResponse broken() {
        return StandInEndpoint.json(200, "{\"choices\": [{\"mess");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
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

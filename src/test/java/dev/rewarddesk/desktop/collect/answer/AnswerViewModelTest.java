package dev.rewarddesk.desktop.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rewarddesk.collect.answer.AnswerProgress;
import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.answer.AnswerService;
import dev.rewarddesk.collect.answer.StandInEndpoint;
import dev.rewarddesk.collect.session.AlikeSite;
import dev.rewarddesk.desktop.RecordingNotices;
import dev.rewarddesk.desktop.TestDesk;
import dev.rewarddesk.desktop.task.Tasks;
import dev.rewarddesk.settings.Endpoints;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Runs on images that were really collected, against an endpoint that stands in for a model. */
final class AnswerViewModelTest {

    private static final int PATIENCE_SECONDS = 30;

    @TempDir
    private Path folder;

    private TestDesk desk;
    private SupabaseClient owner;
    private AlikeSite site;
    private Answering answering;
    private Endpoints endpoints;
    private AnswerViewModel model;

    @BeforeEach
    void start() throws IOException {
        desk = new TestDesk();
        owner = RealWorkspace.owner(desk.backend());
        site = new AlikeSite(owner, folder.resolve("collect"));
        Files.writeString(
                folder.resolve("prompts.json"),
                "{\"prompts\": [{\"name\": \"what\", \"template\": \"What is it? {{alt_text}}\"}]}");
        endpoints = TestEndpoints.in(folder);
        answering = new Answering(answers());
        model = model();
    }

    @AfterEach
    void stop() {
        answering.close();
        site.close();
        owner.close();
        desk.close();
    }

    @Test
    void promptsArePreviewedOnWhatIsKnownOfRealImages() throws Exception {
        site.collect(2);
        model.load();

        model.prompts().preview();

        PromptsViewModel.Shown first = shown();
        assertThat(first.images()).isEqualTo(2);
        assertThat(first.context().altText()).matches("Bird [12]");
        assertThat(first.preview().prompts().getFirst().text())
                .contains("What is it?", String.valueOf(first.context().altText()));
        assertThat(first.preview().prompts().getFirst().system()).isNotEmpty();
        model.prompts().move(1);
        PromptsViewModel.Shown second = shown();
        assertThat(second.context().altText())
                .matches("Bird [12]")
                .isNotEqualTo(first.context().altText());
        model.prompts().move(1);
        assertThat(shown()).isEqualTo(second);
    }

    @Test
    void theChoiceOfImagesHoldsForPreviewAndRun() throws Exception {
        String session = site.collect(2);
        model.load();
        assertThat(model.prompts().sessions()).hasSize(3);

        model.prompts().category().textProperty().set("no such category");
        model.prompts().preview();
        assertThat(model.prompts().shownProperty().get().orElseThrow().images()).isZero();

        model.prompts().category().textProperty().set("");
        assertThat(model.prompts().shownProperty().get()).isEmpty();
        model.prompts().sessions().stream()
                .filter(choice -> choice.session().filter(session::equals).isPresent())
                .forEach(model.prompts().sessionProperty()::set);
        model.prompts().preview();
        assertThat(model.prompts().shownProperty().get().orElseThrow().images()).isEqualTo(2);
        assertThat(model.prompts().filter().session()).contains(session);
    }

    @Test
    void templatesThatCannotBeUsedAreTold() throws Exception {
        site.collect(1);
        Files.writeString(folder.resolve("prompts.json"), "{");

        model.prompts().preview();

        assertThat(model.prompts().problemProperty().get()).contains("prompts.json");
        try (StandInEndpoint endpoint = answering()) {
            begin(endpoint);
            assertThat(until(Stand.Failed.class::isInstance))
                    .isInstanceOfSatisfying(
                            Stand.Failed.class,
                            failed -> assertThat(failed.reason()).contains("prompts.json"));
            assertThat(endpoint.asked()).isEmpty();
        }
    }

    @Test
    void aRunAnswersCountsAndCosts() throws Exception {
        site.collect(3);
        model.load();
        try (StandInEndpoint endpoint = new StandInEndpoint((prompt, _) -> prompt.contains("Bird 2")
                ? StandInEndpoint.refusal("I will not.")
                : prompt.contains("Bird 3")
                        ? StandInEndpoint.json(400, "{\"error\": {\"message\": \"No birds\"}}")
                        : StandInEndpoint.answer("A bird.", "stop"))) {
            model.endpoint().promptPrice().textProperty().set("10");
            model.endpoint().concurrency().textProperty().set("1");
            begin(endpoint);

            AnswerProgress end = ended();

            assertThat(end.state()).as(end.message()).isEqualTo(State.DONE);
            assertThat(end.answered()).isEqualTo(1);
            assertThat(end.declined()).isEqualTo(1);
            assertThat(end.failed()).containsEntry("endpoint_refused", 1L);
            assertThat(ProgressWords.failures(end)).startsWith("1 × ").contains("endpoint_refused");
            assertThat(end.cost()).isPresent();
            assertThat(ProgressWords.share(end)).isEqualTo(1);
            assertThat(endpoint.asked())
                    .allSatisfy(asked -> assertThat(asked.authorization()).isEqualTo("Bearer " + StandInEndpoint.KEY));
        }
    }

    @Test
    void aRunPausesGoesOnAndIsCancelled() throws Exception {
        site.collect(4);
        model.load();
        CountDownLatch first = new CountDownLatch(1);
        try (StandInEndpoint endpoint = new StandInEndpoint((_, _) -> {
            await(first);
            return StandInEndpoint.answer("A bird.", "stop");
        })) {
            model.endpoint().concurrency().textProperty().set("1");
            begin(endpoint);
            until(_ -> endpoint.asked().size() == 1);

            model.pauseOrResume();
            first.countDown();
            until(stand -> stand instanceof Stand.Asked(AnswerProgress now, boolean _)
                    && now.state() == State.PAUSED
                    && now.answered() == 1);
            assertThat(endpoint.asked()).hasSize(1);
            model.start();
            assertThat(endpoint.asked()).hasSize(1);

            model.pauseOrResume();
            until(_ -> endpoint.asked().size() >= 2);
            model.cancel();
            AnswerProgress end = ended();
            assertThat(end.state()).isIn(State.CANCELLED, State.DONE);

            model.start();
            AnswerProgress again = ended();
            assertThat(again.state()).isEqualTo(State.DONE);
            assertThat(again.known() + again.answered()).isEqualTo(4);
            assertThat(endpoint.asked()).hasSize(4);
        }
    }

    @Test
    void closingEndsTheRunInOrderAndTheNextGoesOn() throws Exception {
        site.collect(3);
        model.load();
        try (StandInEndpoint endpoint = answering()) {
            model.endpoint().concurrency().textProperty().set("1");
            begin(endpoint);
            until(_ -> !endpoint.asked().isEmpty());

            answering.close();

            assertThat(answering.stand().isUnderWay()).isFalse();
            model.start();
            assertThat(answering.stand().isUnderWay()).isFalse();
            answering = new Answering(answers());
            model = model();
            model.load();
            model.start();
            AnswerProgress end = ended();
            assertThat(end.known() + end.answered()).isEqualTo(3);
            assertThat(endpoint.asked()).hasSize(3);
        }
    }

    @Test
    void anEndpointThatIsNotThereIsTold() throws Exception {
        site.collect(1);
        model.load();
        model.endpoint().url().textProperty().set("http://127.0.0.1:1/v1");
        model.endpoint().model().textProperty().set("seer");

        model.start();

        AnswerProgress end = ended();
        assertThat(end.state()).isEqualTo(State.STOPPED);
        assertThat(end.message()).contains("Check its address");
    }

    @Test
    void nothingBeginsWhileAFieldIsWrong() {
        model.load();

        model.start();

        assertThat(model.standProperty().get()).isEqualTo(new Stand.None());
        assertThat(model.endpoint().url().errorProperty().get()).isNotEmpty();
    }

    private PromptsViewModel.Shown shown() {
        return model.prompts().shownProperty().get().orElseThrow();
    }

    private AnswerViewModel model() {
        return new AnswerViewModel(
                answers(), site.service(), endpoints, answering, new RecordingNotices(), Tasks.inline());
    }

    private AnswerService answers() {
        return new AnswerService(owner, folder);
    }

    private static StandInEndpoint answering() throws IOException {
        return new StandInEndpoint((_, _) -> answer());
    }

    private static MockResponse answer() {
        return StandInEndpoint.answer("A bird.", "stop");
    }

    private void begin(StandInEndpoint endpoint) {
        model.endpoint().url().textProperty().set(endpoint.url().toString());
        model.endpoint().model().textProperty().set("stand-in-1");
        model.endpoint().key().textProperty().set(StandInEndpoint.KEY);
        model.start();
    }

    private AnswerProgress ended() {
        return until(stand -> stand instanceof Stand.Asked(AnswerProgress _, boolean ended) && ended)
                        instanceof Stand.Asked asked
                ? asked.progress()
                : fail();
    }

    private static AnswerProgress fail() {
        throw new AssertionError("It ended otherwise");
    }

    private Stand until(Predicate<Stand> condition) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
                model.refresh();
                return condition.test(model.standProperty().get());
            });
        } catch (TimeoutException late) {
            throw new AssertionError("It stands at " + model.standProperty().get(), late);
        }
        return model.standProperty().get();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Nobody let it go");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.rewarddesk.collect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.collect.answer.AnswerProgress.State;
import dev.rewarddesk.collect.journal.AnswerJournal;
import dev.rewarddesk.collect.prompt.PromptTemplate;
import dev.rewarddesk.collect.prompt.PromptTemplates;
import dev.rewarddesk.embedded.BackendAccess;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.settings.LengthField;
import dev.rewarddesk.supabase.Answer;
import dev.rewarddesk.supabase.Call;
import dev.rewarddesk.supabase.FunctionsApi;
import dev.rewarddesk.supabase.InMemorySessionStore;
import dev.rewarddesk.supabase.SupabaseClient;
import dev.rewarddesk.supabase.WorkspaceAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An endpoint or a workspace that cannot be used ends a run early; a restart goes on. */
final class EndpointTroubleTest {

    private static final PromptTemplates WHAT =
            new PromptTemplates(List.of(PromptTemplate.of("what", "", "What is it? {{caption}}")));
    private static final Patience LITTLE = new Patience(3, Duration.ofMillis(1), Duration.ofMillis(5));

    @TempDir
    private Path folder;

    private TestBackend backend;
    private SupabaseClient owner;
    private volatile URI workspace;

    @BeforeEach
    void start() {
        backend = TestBackend.fresh();
        BackendAccess access = backend.backend().access();
        workspace = access.url();
        owner = SupabaseClient.forPerson(
                () -> new WorkspaceAddress(workspace, access.publishableKey()), new InMemorySessionStore());
        owner.signIn(access.ownerEmail(), access.ownerPassword());
    }

    @AfterEach
    void stop() {
        owner.close();
        backend.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, does not accept the key, Check its key",
        "403, does not accept the key for this model, Check its key",
        "404, knows no such address or model, the name of the model",
        "402, wants to be paid first, Settle that"
    })
    void anEndpointThatRefusesEverythingStopsTheRunBeforeAnythingIsRecorded(int status, String what, String todo)
            throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 6);
        try (StandInEndpoint model = new StandInEndpoint((_, _) -> StandInEndpoint.json(
                status, "{\"error\":{\"message\":\"Incorrect key " + StandInEndpoint.KEY + "\"}}"))) {
            AnswerSettings settings = model.settings(2, 100, 1_000_000);

            AnswerProgress end = run(images, settings);

            assertThat(end.state()).isEqualTo(State.STOPPED);
            assertThat(end.message())
                    .contains(what, todo, "What was answered until then is kept", "start again: it goes on from there");
            assertThat(end.failed()).isEmpty();
            assertThat(end.waiting()).isEqualTo(6);
            assertThat(model.asked()).hasSizeLessThanOrEqualTo(2);
            assertThat(end.toString() + settings).doesNotContain(StandInEndpoint.KEY);
        }
    }

    @Test
    void anEndpointThatNobodyReachesStopsTheRunAndARestartGoesOn() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 5);
        try (StandInEndpoint model = new StandInEndpoint((_, _) -> StandInEndpoint.answer("yes", "stop"))) {
            AnswerSettings reachable = model.settings(2, 100, 1_000_000);

            AnswerProgress end = run(images, at(nowhere(), reachable));

            assertThat(end.state()).isEqualTo(State.STOPPED);
            assertThat(end.message()).contains("cannot be reached", "whether it runs");
            assertThat(end.failed()).isEmpty();
            assertThat(end.waiting()).isEqualTo(5);
            assertThat(end.tokens()).isZero();
            assertThat(run(images, reachable).answered()).isEqualTo(5);
        }
    }

    @Test
    void whatIsForbiddenOfOneImageAloneIsRecordedOfItAndTheOthersAreAsked() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 4);
        try (StandInEndpoint model = new StandInEndpoint((prompt, _) ->
                prompt.contains("image-2") ? StandInEndpoint.json(403, "{}") : StandInEndpoint.answer("yes", "stop"))) {
            AnswerProgress end = run(images, model.settings(1, 100, 1_000_000));

            assertThat(end.state()).as(end.message()).isEqualTo(State.DONE);
            assertThat(end.failed()).isEqualTo(Map.of("endpoint_key_refused", 1L));
            assertThat(end.answered()).isEqualTo(3);
        }
    }

    @Test
    void anEndpointThatFailsAgainAndAgainIsNotAskedForEver() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 30);
        try (StandInEndpoint model = new StandInEndpoint((_, _) -> StandInEndpoint.json(500, "{}"))) {
            AnswerProgress end = run(images, model.settings(1, 1_000, 1_000_000));

            assertThat(end.state()).isEqualTo(State.STOPPED);
            assertThat(end.message()).contains("HTTP 500", "many times in a row");
            assertThat(model.asked()).hasSize(30);
            assertThat(end.failed()).isEqualTo(Map.of("endpoint_failed", 9L));
        }
    }

    @Test
    void anEndpointThatWantsTheNewerNameOfTheLongestAnswerGetsIt() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 3);
        try (StandInEndpoint model = new StandInEndpoint((_, _) -> StandInEndpoint.answer("yes", "stop"))) {
            model.refusing(body -> body.has("max_tokens"), StandInEndpoint.json(400, """
                    {"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use \
                    'max_completion_tokens' instead.","param":"max_tokens","code":"unsupported_parameter"}}"""));

            AnswerProgress end = run(images, model.settings(1, 100, 1_000_000));

            assertThat(end.state()).as(end.message()).isEqualTo(State.DONE);
            assertThat(end.answered()).isEqualTo(3);
            assertThat(model.asked()).hasSize(4);
            assertThat(model.asked()
                            .getLast()
                            .body()
                            .path("max_completion_tokens")
                            .asInt())
                    .isEqualTo(100);
        }
        assertThat(responses())
                .extracting(
                        response -> response.at("/metadata/max_tokens_field").asText())
                .containsOnly("max_completion_tokens");
    }

    @Test
    void aNameThatWasSetIsNotChanged() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 1);
        try (StandInEndpoint model = new StandInEndpoint((_, _) ->
                StandInEndpoint.json(400, "{\"error\":{\"message\":\"Use max_completion_tokens or max_tokens.\"}}"))) {
            AnswerProgress end = run(images, with(LengthField.MAX_COMPLETION_TOKENS, model.settings(1, 9, 1_000_000)));

            assertThat(end.failed()).isEqualTo(Map.of("endpoint_wants_other_field", 1L));
            assertThat(model.asked()).hasSize(1);
            assertThat(model.asked().getFirst().body().has("max_tokens")).isFalse();
        }
    }

    @Test
    void eachResponseNamesTheCheckpointThatWasActiveWhenItWasAskedFor() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 4);
        String first = activated("v1");
        String[] second = new String[1];
        try (StandInEndpoint model = new StandInEndpoint((prompt, before) -> {
            if (prompt.contains("image-2") && before == 0) {
                second[0] = activated("v2");
                // Asked again after that, it is an answer under the second one.
                return StandInEndpoint.json(503, "{}");
            }
            return StandInEndpoint.answer(prompt.replaceAll("(?s).*(image-\\d).*", "$1"), "stop");
        })) {
            assertThat(run(images, model.settings(1, 100, 1_000_000)).answered())
                    .isEqualTo(4);
        }
        for (JsonNode response : responses()) {
            boolean early = List.of("image-0", "image-1")
                    .contains(response.path("response_text").asText());
            assertThat(response.path("checkpoint_id").asText()).isEqualTo(early ? first : second[0]);
        }
        Call state = FunctionsApi.get("rft-checkpoints/active");
        Answer known = owner.functions().other(state, "").orElseThrow();
        assertThat(owner.functions().other(state, known.etag())).isEmpty();
        activated("v3");
        assertThat(owner.functions().other(state, known.etag())).isPresent();
    }

    @Test
    void whileTheWorkspaceIsGoneNothingIsAskedAndWhatWasAnsweredIsSentWhenItIsBack() throws IOException {
        List<ImageToAnswer> images = StoredImages.of(owner, 5);
        URI there = workspace;
        try (StandInEndpoint model = new StandInEndpoint((prompt, _) -> {
            if (prompt.contains("image-2")) {
                workspace = nowhere();
            }
            return StandInEndpoint.answer("yes", "stop");
        })) {
            AnswerSettings settings = model.settings(1, 100, 1_000_000);

            AnswerProgress gone = run(images, settings);

            assertThat(gone.state()).isEqualTo(State.STOPPED);
            assertThat(gone.message()).contains("kept on this machine", "it goes on from there");
            assertThat(gone.failed()).isEmpty();
            assertThat(gone.answered()).isEqualTo(2);
            assertThat(model.asked()).hasSize(3);

            workspace = there;
            AnswerProgress back = run(images, settings);

            assertThat(back.state()).as(back.message()).isEqualTo(State.DONE);
            assertThat(back.known()).isEqualTo(3);
            assertThat(back.answered()).isEqualTo(2);
            assertThat(model.asked()).hasSize(5);
        }
        assertThat(responses()).hasSize(5);
    }

    private String activated(String version) {
        return backend.service()
                .post(
                        "/functions/v1/rft-checkpoints",
                        "{\"version\": \"%s\", \"storage_key\": \"k\", \"is_active\": true, \"reason\": \"a test\"}"
                                .formatted(version))
                .ok()
                .at("/data/id")
                .asText();
    }

    private static URI nowhere() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + free.getLocalPort());
        } catch (IOException none) {
            throw new IllegalStateException(none);
        }
    }

    private static AnswerSettings at(URI url, AnswerSettings settings) {
        return asking(url, settings.endpoint().lengthField(), settings);
    }

    private static AnswerSettings with(LengthField field, AnswerSettings settings) {
        return asking(settings.endpoint().url(), field, settings);
    }

    // Nobody is silent here, so that a slow machine may be.
    private static AnswerSettings asking(URI url, LengthField field, AnswerSettings settings) {
        Endpoint there = settings.endpoint();
        Endpoint endpoint = new Endpoint(
                url, there.key(), there.model(), there.temperature(), there.maxTokens(), field, Duration.ofMinutes(1));
        return new AnswerSettings(
                endpoint,
                settings.answersEach(),
                settings.concurrency(),
                settings.maxRequests(),
                settings.maxTokens(),
                settings.imageTokens(),
                settings.images(),
                LITTLE,
                settings.prices(),
                settings.declinedAgain());
    }

    private AnswerProgress run(List<ImageToAnswer> images, AnswerSettings settings) {
        try (AnswerJournal journal = AnswerJournal.open(folder.resolve("collect"))) {
            return new AnswerRun(owner, journal, WHAT, at(settings.endpoint().url(), settings)).run(images, _ -> {});
        }
    }

    private JsonNode responses() {
        return backend.service()
                .get("/functions/v1/rft-responses?limit=1000")
                .ok()
                .path("data");
    }
}

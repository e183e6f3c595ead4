package dev.rewarddesk.collect.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.cli.Program.Result;
import dev.rewarddesk.collect.answer.StandInEndpoint;
import dev.rewarddesk.embedded.BackendOptions;
import dev.rewarddesk.embedded.TestBackend;
import dev.rewarddesk.supabase.RealWorkspace;
import dev.rewarddesk.supabase.SupabaseClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a website to the review queue, with the commands that people type. */
final class PipelineTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path temporary;

    private Path home;
    private PretendSite site;

    @BeforeEach
    void start() throws IOException {
        home = temporary.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        Files.writeString(home.resolve("prompts.json"), """
                {"prompts": [{"name": "what", "template": "What is to be seen? {{caption}}"}]}""");
        site = new PretendSite()
                .page("/", """
                        <title>Birds</title>
                        <figure><img src=/owl.png><figcaption>The owl at night</figcaption></figure>
                        <figure><img src=/heron.png><figcaption>The heron</figcaption></figure>
                        <a href=/more>more</a>""")
                .page("/more", "<figure><img src=/stork.png><figcaption>The stork</figcaption></figure>")
                .image("/owl.png", Pictures.png(1))
                .image("/heron.png", Pictures.png(2))
                .image("/stork.png", Pictures.png(3));
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aSiteBecomesItemsToReviewWithImagePromptAndAnswer() throws Exception {
        try (StandInEndpoint model = new StandInEndpoint((prompt, _) -> prompt.contains("heron")
                ? StandInEndpoint.refusal("No herons.")
                : StandInEndpoint.answer("I see " + prompt.replaceAll("(?s).*>(.*)<.*", "$1"), "stop"))) {
            Result set = with(Map.of("REWARD_DESK_ENDPOINT_KEY", StandInEndpoint.KEY))
                    .run(
                            "endpoint",
                            "set",
                            "--endpoint",
                            model.url().toString(),
                            "--model",
                            "stand-in-1",
                            "--temperature",
                            "0.5",
                            "--keep-key");
            assertThat(set.status()).as(set.err()).isZero();
            assertThat(set.out()).contains("stand-in-1 at ", "temperature 0.5", "its key is in the vault.");
            nothingOnDiskSaysTheKey();

            Result result = with(Map.of())
                    .run("collect", site.url("/"), "--allow-private", "--delay", "0s", "--answer", "--json");

            assertThat(result.status()).as(result.err()).isZero();
            JsonNode summary = JSON.readTree(result.out());
            assertThat(summary.path("session").asText()).isNotEmpty();
            assertThat(summary.at("/images/new").asInt()).isEqualTo(3);
            assertThat(summary.at("/answers/state").asText()).isEqualTo("done");
            assertThat(summary.at("/answers/answered").asInt()).isEqualTo(2);
            assertThat(summary.at("/answers/declined").asInt()).isEqualTo(1);
            assertThat(model.asked())
                    .extracting(StandInEndpoint.Asked::authorization)
                    .containsOnly("Bearer " + StandInEndpoint.KEY);

            Result again = with(Map.of())
                    .run("answer", "--session", summary.path("session").asText(), "--json");
            assertThat(again.status()).as(again.err()).isZero();
            assertThat(JSON.readTree(again.out()).path("known").asInt()).isEqualTo(2);
            assertThat(model.asked()).hasSize(3);
        }
        reviewersSee("The owl at night", Pictures.png(1));
    }

    @Test
    void withoutAnEndpointNothingIsCollectedToBeAnswered() throws Exception {
        Result result = with(Map.of()).run("collect", site.url("/"), "--allow-private", "--answer");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("reward-desk endpoint set");
        assertThat(site.asked()).isEmpty();
    }

    private Program with(Map<String, String> environment) {
        return new Program(home, environment);
    }

    private void nothingOnDiskSaysTheKey() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(home.resolve("postgres")))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as("%s", file)
                        .doesNotContain(StandInEndpoint.KEY);
            }
        }
    }

    private void reviewersSee(String caption, byte[] picture) throws IOException {
        try (TestBackend backend = TestBackend.on(home, BackendOptions.defaults());
                SupabaseClient owner = RealWorkspace.owner(backend)) {
            JsonNode items = backend.owner()
                    .post("/functions/v1/rft-responses/queue/claim", "{\"n\": 10}")
                    .ok()
                    .path("data");
            assertThat(items).hasSize(2);
            JsonNode owl = Stream.of(items.path(0), items.path(1))
                    .filter(item -> item.at("/response/prompt").asText().contains(caption))
                    .findFirst()
                    .orElseThrow();
            assertThat(owl.at("/response/prompt").asText())
                    .isEqualTo("What is to be seen? <page-data name=\"caption\">" + caption + "</page-data>");
            assertThat(owl.at("/response/response_text").asText()).isEqualTo("I see " + caption);
            assertThat(owl.at("/response/model_id").asText()).isEqualTo("stand-in-1");
            assertThat(owl.at("/image/page_title").asText()).isEqualTo("Birds");
            UUID image = UUID.fromString(owl.at("/image/id").asText());
            assertThat(owner.images().whole(image, owl.at("/image/signed_url").asText()))
                    .isEqualTo(picture);
        }
    }
}

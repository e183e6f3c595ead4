package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.collect.answer.StandInEndpoint;
import dev.rewarddesk.collect.session.PretendSite;
import dev.rewarddesk.embedded.TestBackend;
import io.modelcontextprotocol.spec.McpSchema.BlobResourceContents;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ClientCapabilities;
import io.modelcontextprotocol.spec.McpSchema.GetPromptRequest;
import io.modelcontextprotocol.spec.McpSchema.ImageContent;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.Root;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tool, resource and prompt, with good and with bad input, on every transport. */
@ParameterizedClass
@EnumSource(Transport.class)
@Timeout(180)
final class EveryToolTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ABSENT = "00000000-0000-4000-8000-000000000000";

    private static @Nullable Desk shared;

    private final Transport transport;

    @TempDir
    static Path folder;

    EveryToolTest(Transport transport) {
        this.transport = transport;
    }

    /** A workspace with a site, a model and a client that may do everything; one for all tests of a transport. */
    private record Desk(
            Transport transport,
            Path images,
            PretendSite site,
            StandInEndpoint model,
            List<ProgressNotification> told,
            Client client)
            implements AutoCloseable {

        static Desk of(Transport transport) throws IOException, InterruptedException {
            Path home = folder.resolve(transport.name());
            Files.move(TestBackend.emptyWorkspace(), home);
            Path images = Pictures.folder(folder.resolve(transport + "-images"));
            for (int i = 3; i < 6; i++) {
                Pictures.draw(images.resolve(i + ".png"), i);
            }
            PretendSite site = new PretendSite()
                    .page("/", "<title>Squares</title><img src=/4.png alt='A square'><img src=/5.png>")
                    .image("/4.png", Files.readAllBytes(images.resolve("4.png")))
                    .image("/5.png", Files.readAllBytes(images.resolve("5.png")));
            StandInEndpoint model = new StandInEndpoint((_, _) -> StandInEndpoint.answer("A square.", "stop"));
            succeed(new Program(home).run("import", images.toString()));
            succeed(new Program(home)
                    .run("endpoint", "set", "--endpoint", model.url().toString(), "--model", "stand-in-1"));
            List<ProgressNotification> told = new CopyOnWriteArrayList<>();
            Root root = Root.builder(images.toUri().toString()).build();
            Client client = transport.open(
                    home,
                    transport.everything(images),
                    spec -> spec.progressConsumer(told::add)
                            .roots(root)
                            .capabilities(
                                    ClientCapabilities.builder().roots(false).build()));
            return new Desk(transport, images, site, model, told, client);
        }

        private static void succeed(Program.Result result) {
            assertThat(result.status()).as(result.err()).isZero();
        }

        @Override
        public void close() {
            client.close();
            model.close();
            site.close();
        }
    }

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        if (shared == null || shared.transport() != transport) {
            end();
            shared = Desk.of(transport);
        }
        told().clear();
    }

    @AfterEach
    void nothingIsLeftToTell() {
        assertThat(client().sdk().ping()).isNotNull();
    }

    @AfterAll
    static void end() {
        if (shared != null) {
            shared.close();
            shared = null;
        }
    }

    @Test
    void everyToolIsListedWithWhatAClientNeedsToKnow() {
        assertThat(client().sdk().listTools().tools())
                .extracting(Tool::name)
                .containsExactlyInAnyOrder(
                        "scrape_website",
                        "rft_process_images",
                        "rft_next_items",
                        "rft_create_reward",
                        "rft_get_statistics",
                        "rft_manage_checkpoints");
        assertThat(client().sdk().listTools().tools()).allSatisfy(tool -> {
            assertThat(List.of(tool.title(), tool.description())).noneMatch(String::isBlank);
            assertThat(tool.inputSchema()).containsEntry("additionalProperties", false);
            assertThat(tool.outputSchema()).containsEntry("additionalProperties", false);
            assertThat(tool.annotations()).hasNoNullFieldsOrPropertiesExcept("returnDirect");
        });
    }

    /** Each answer is held against the schema that its tool declares, in every shape that it can have. */
    @Test
    void everyAnswerIsWhatItsToolDeclares() throws IOException {
        Answers answers = new Answers();
        String unique = UUID.randomUUID().toString();

        answers.of("rft_next_items", Map.of("category", "there is none of " + unique));
        answers.of("rft_manage_checkpoints", Map.of("action", "active"));
        answers.of("rft_manage_checkpoints", Map.of("action", "history"));
        JsonNode files = answers.of(
                "rft_process_images", Map.of("image_paths", List.of("3.png", "3.png", "absent.png"), "user_id", "u"));
        JsonNode scraped = answers.of(
                "scrape_website",
                Map.of("url", site().url("/"), "max_images", 5, "max_pages", 3, "max_depth", 1, "category", "squares"));
        answers.of("scrape_website", Map.of("url", site().url("/nowhere")));
        JsonNode items = answers.of("rft_next_items", Map.of("limit", 1));
        answers.of(
                "rft_next_items",
                Map.of("limit", 1, "cursor", items.path("next_cursor").asText()));
        answers.of(
                "rft_next_items", Map.of("session_id", scraped.path("session").asText(), "include_images", false));
        String response = items.at("/items/0/response_id").asText();
        answers.of("rft_create_reward", Map.of("response_id", response, "feedback", Map.of("type", "dislike")));
        answers.of(
                "rft_create_reward",
                Map.of("response_id", response(1), "score", -0.25, "tags", List.of("blurred"), "id", unique));
        answers.of("rft_get_statistics", Map.of());
        answers.of("rft_get_statistics", Map.of("include_agents", true));
        checkpoints(answers, unique);

        assertThat(files.path("files").findValuesAsText("status").getLast()).isEqualTo("refused");
        assertThat(scraped.at("/answers/state").asText()).isEqualTo("done");
        assertThat(answers.tools)
                .isEqualTo(Set.copyOf(client().sdk().listTools().tools().stream()
                        .map(Tool::name)
                        .toList()));
        assertThat(answers.actions)
                .containsExactlyInAnyOrder("list", "create", "activate", "rollback", "delete", "history", "active");
    }

    private void checkpoints(Answers answers, String unique) {
        for (String version : List.of(unique + "-1", unique + "-2")) {
            answers.of(
                    "rft_manage_checkpoints",
                    Map.of(
                            "action",
                            "create",
                            "checkpoint_data",
                            Map.of("version", version, "storage_key", "s3://w", "epoch", 2, "avg_reward", 0.5)));
            answers.of(
                    "rft_manage_checkpoints",
                    Map.of("action", "activate", "checkpoint_id", version, "reason", "It is better."));
        }
        answers.of("rft_manage_checkpoints", Map.of("action", "rollback", "reason", "It was not."));
        answers.of("rft_manage_checkpoints", Map.of("action", "delete", "checkpoint_id", unique + "-2"));
        for (String action : List.of("list", "history", "active")) {
            answers.of("rft_manage_checkpoints", Map.of("action", action));
        }
    }

    /** Collects which tools and actions have answered. */
    private static final class Answers {
        private final Set<String> tools = new HashSet<>();
        private final Set<String> actions = new HashSet<>();

        JsonNode of(String tool, Map<String, Object> arguments) {
            CallToolResult result = client().call(tool, arguments);
            JsonNode document = client().valid(tool, result);
            assertThat(Client.text(result)).isNotBlank();
            tools.add(tool);
            if (arguments.get("action") instanceof String action) {
                actions.add(action);
            }
            return document;
        }
    }

    @Test
    void whatWaitsIsShownAsAReviewerWouldSeeIt() throws IOException {
        CallToolResult result = client().call("rft_next_items", Map.of("limit", 50));

        JsonNode items = client().valid("rft_next_items", result).path("items");
        List<ImageContent> pictures = result.content().stream()
                .filter(ImageContent.class::isInstance)
                .map(ImageContent.class::cast)
                .toList();
        assertThat(pictures).hasSize(Math.min(10, items.size()));
        assertThat(Base64.getDecoder().decode(pictures.getFirst().data()))
                .isEqualTo(Files.readAllBytes(
                        images().resolve(items.at("/0/untrusted/file_name").asText())));
        assertThat(Client.text(result)).contains("picture 1 below");
    }

    @Test
    void whatAClientScoredDoesNotWaitForItAnyMore() {
        String response = response(0);

        client().document("rft_create_reward", Map.of("response_id", response, "score", 1));

        assertThat(client().document("rft_next_items", Map.of("limit", 50))
                        .path("items")
                        .findValuesAsText("response_id"))
                .isNotEmpty()
                .doesNotContain(response);
    }

    @Test
    void aLongCallTellsHowFarItIs() {
        CallToolResult result = client().sdk()
                .callTool(CallToolRequest.builder("rft_process_images")
                        .arguments(Map.of("image_paths", List.of("0.png", "1.png", "2.png")))
                        .progressToken("how far")
                        .build());

        assertThat(result.isError()).as(Client.text(result)).isFalse();
        assertThat(told())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.progressToken()).isEqualTo("how far"));
        assertThat(told()).extracting(ProgressNotification::progress).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void filesComeInFromTheClientsRootsAlone() throws IOException {
        Path outside = Files.createDirectories(folder.resolve(transport + "-outside"));
        Pictures.draw(outside.resolve("secret.png"), 7);

        JsonNode files = client().document(
                        "rft_process_images",
                        Map.of(
                                "image_paths",
                                List.of(
                                        "0.png",
                                        images().resolve("1.png").toString(),
                                        outside.resolve("secret.png").toString(),
                                        "../" + outside.getFileName() + "/secret.png")))
                .path("files");

        assertThat(files.findValuesAsText("status")).containsExactly("duplicate", "duplicate", "refused", "refused");
    }

    /**
     * A call that is wrong.
     *
     * @param said what the error must name
     */
    record Wrong(String tool, Map<String, Object> arguments, String said) {}

    static List<Wrong> wrong() {
        return List.of(
                new Wrong("scrape_website", Map.of(), "url"),
                new Wrong("scrape_website", Map.of("url", ""), "url"),
                new Wrong("scrape_website", Map.of("url", "file:///etc/passwd"), "http"),
                new Wrong("scrape_website", Map.of("url", "not an address"), "address"),
                new Wrong("scrape_website", Map.of("url", "http://example.org/", "max_images", 0), "max_images"),
                new Wrong("scrape_website", Map.of("url", "http://example.org/", "max_pages", "many"), "max_pages"),
                new Wrong(
                        "scrape_website", Map.of("url", "http://example.org/", "allow_private", true), "allow_private"),
                new Wrong("rft_process_images", Map.of(), "image_paths"),
                new Wrong("rft_process_images", Map.of("image_paths", List.of()), "image_paths"),
                new Wrong("rft_process_images", Map.of("image_paths", "0.png"), "image_paths"),
                new Wrong(
                        "rft_process_images",
                        Map.of("image_paths", List.of("0.png"), "context", Map.of("quality_score", 2)),
                        "quality_score"),
                new Wrong("rft_next_items", Map.of("limit", 0), "limit"),
                new Wrong("rft_next_items", Map.of("limit", 51), "limit"),
                new Wrong("rft_next_items", Map.of("cursor", "';--"), "cursor"),
                new Wrong("rft_create_reward", Map.of(), "response_id"),
                new Wrong("rft_create_reward", Map.of("response_id", ABSENT), "score"),
                new Wrong("rft_create_reward", Map.of("response_id", "all", "score", 1), "arguments"),
                new Wrong("rft_create_reward", Map.of("response_id", ABSENT, "score", 1), "no response"),
                new Wrong("rft_create_reward", Map.of("response_id", ABSENT, "score", 1.01), "score"),
                new Wrong(
                        "rft_create_reward",
                        Map.of("response_id", ABSENT, "feedback", Map.of("quality", 6)),
                        "quality"),
                new Wrong(
                        "rft_create_reward",
                        Map.of("response_id", ABSENT, "feedback", Map.of("type", "adore")),
                        "type"),
                new Wrong("rft_get_statistics", Map.of("include_agents", "yes"), "include_agents"),
                new Wrong("rft_get_statistics", Map.of("everything", true), "everything"),
                new Wrong("rft_manage_checkpoints", Map.of(), "action"),
                new Wrong("rft_manage_checkpoints", Map.of("action", "explode"), "action"),
                new Wrong("rft_manage_checkpoints", Map.of("action", "create"), "checkpoint_data"),
                new Wrong("rft_manage_checkpoints", Map.of("action", "activate", "reason", "r"), "checkpoint_id"),
                new Wrong("rft_manage_checkpoints", Map.of("action", "activate", "checkpoint_id", "x"), "reason"),
                new Wrong(
                        "rft_manage_checkpoints",
                        Map.of("action", "activate", "checkpoint_id", "\u001b[2J", "reason", "r"),
                        "no checkpoint"),
                new Wrong("rft_manage_checkpoints", Map.of("action", "delete", "checkpoint_id", "x"), "no checkpoint"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(Wrong wrong) {
        JsonNode before = state();

        CallToolResult result = client().call(wrong.tool(), wrong.arguments());

        assertThat(result.isError()).as(Client.text(result)).isTrue();
        assertThat(Client.text(result))
                .contains(wrong.said())
                .doesNotContain("Exception", "at dev.", "java.", "\u001b", "null");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void aToolThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> client().call("rft_drop_everything", Map.of())).hasMessageContaining("Unknown tool");
    }

    @Test
    void resourcesAreReadAndWhatIsNoneIsNotFound() throws IOException {
        JsonNode item = client().document("rft_next_items", Map.of("limit", 1)).at("/items/0");

        assertThat(JSON.readTree(read("reward-desk://statistics")))
                .isEqualTo(client().document("rft_get_statistics", Map.of()));
        assertThat(read("reward-desk://checkpoints/active")).isNotBlank();
        var image = client().sdk()
                .readResource(ReadResourceRequest.builder(item.at("/image/uri").asText())
                        .build());
        assertThat(JSON.readTree(((TextResourceContents) image.contents().getFirst()).text())
                        .path("answers")
                        .findValuesAsText("response_text"))
                .contains(item.at("/untrusted/response_text").asText());
        assertThat(((BlobResourceContents) image.contents().getLast()).mimeType())
                .isEqualTo("image/png");
        for (String none : List.of(
                "reward-desk://images/" + ABSENT,
                "reward-desk://images/%2e%2e",
                "reward-desk://x",
                "file:///etc/passwd")) {
            assertThatThrownBy(() -> read(none)).hasMessageContaining("not found");
        }
    }

    @Test
    void thePromptReviewsAnItemAndAsksForOne() {
        var review = client().sdk()
                .getPrompt(GetPromptRequest.builder("review_item")
                        .arguments(Map.of("response_id", response(0)))
                        .build());

        assertThat(review.messages().getFirst().content()).isInstanceOf(ImageContent.class);
        assertThat(((TextContent) review.messages().getLast().content()).text()).contains("rft_create_reward");
        for (Map<String, Object> none : List.<Map<String, Object>>of(
                Map.of(), Map.of("response_id", "\u001b[2J"), Map.of("response_id", ABSENT))) {
            assertThatThrownBy(() -> client().sdk()
                            .getPrompt(GetPromptRequest.builder("review_item")
                                    .arguments(none)
                                    .build()))
                    .hasMessageContaining("response")
                    .message()
                    .doesNotContain("\u001b", "Exception");
        }
    }

    private String read(String uri) {
        return ((TextResourceContents) client().sdk()
                        .readResource(ReadResourceRequest.builder(uri).build())
                        .contents()
                        .getFirst())
                .text();
    }

    /** What a refused call must leave as it was. */
    private JsonNode state() {
        return JSON.createArrayNode()
                .add(client().document("rft_get_statistics", Map.of("include_agents", true)))
                .add(client().document("rft_manage_checkpoints", Map.of("action", "history")))
                .add(client().document("rft_next_items", Map.of("limit", 1, "include_images", false))
                        .path("total"));
    }

    private String response(int nth) {
        return client().document("rft_next_items", Map.of("limit", 50, "include_images", false))
                .at("/items/%d/response_id".formatted(nth))
                .asText();
    }

    private static Desk desk() {
        return Objects.requireNonNull(shared);
    }

    private static Client client() {
        return desk().client();
    }

    private static PretendSite site() {
        return desk().site();
    }

    private static Path images() {
        return desk().images();
    }

    private static List<ProgressNotification> told() {
        return desk().told();
    }
}

package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as an assistant starts it. */
@Timeout(120)
final class StdioTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
            "clientInfo":{"name":"raw","version":"0"}}}
            """;

    @TempDir
    static Path folder;

    private static Path home;
    private static Program.Running served;
    private static Client client;
    private static JsonNode access;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        home = Files.createDirectories(folder.resolve("home"));
        served = new Program(home).started("serve", "--json");
        access = read(served.firstLine());
        Path pictures = Pictures.folder(folder.resolve("import"));
        assertThat(new Program(home).run("import", pictures.toString()).err()).isNotNull();
        client = Client.of(home);
    }

    @AfterAll
    static void end() {
        client.close();
        served.close();
    }

    @Test
    void everyToolIsDescribed() {
        Map<String, Tool> tools =
                client.sdk().listTools().tools().stream().collect(Collectors.toMap(Tool::name, Function.identity()));

        assertThat(tools.keySet())
                .contains("rft_get_statistics", "rft_next_items", "rft_create_reward", "rft_manage_checkpoints");
        assertThat(tools.values()).allSatisfy(tool -> {
            assertThat(tool.title()).isNotBlank();
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.inputSchema()).isNotEmpty();
            assertThat(tool.outputSchema()).isNotEmpty();
            assertThat(tool.annotations().readOnlyHint()).isNotNull();
            assertThat(tool.annotations().destructiveHint()).isNotNull();
            assertThat(tool.annotations().idempotentHint()).isNotNull();
        });
        assertThat(tools)
                .hasEntrySatisfying(
                        "rft_get_statistics",
                        tool -> assertThat(tool.annotations().readOnlyHint()).isTrue())
                .hasEntrySatisfying(
                        "rft_manage_checkpoints",
                        tool -> assertThat(tool.annotations().destructiveHint()).isTrue());
    }

    @Test
    void theStatisticsAreToldInWordsAndAsADocument() {
        CallToolResult result = client.call("rft_get_statistics", Map.of());

        assertThat(result.isError()).isFalse();
        assertThat(Client.text(result)).contains("Responses: 3").contains("Training:");
        assertThat(client.valid("rft_get_statistics", result)
                        .at("/responses/total")
                        .asInt())
                .isEqualTo(3);
    }

    @Test
    void whatWaitsIsScoredInTheClientsNameAndNotInThePersons() throws Exception {
        JsonNode items = client.document("rft_next_items", Map.of("limit", 2));
        assertThat(items.at("/items")).hasSize(2);
        String response = items.at("/items/0/response_id").asText();

        JsonNode reward = client.document(
                "rft_create_reward",
                Map.of(
                        "response_id",
                        response,
                        "feedback",
                        Map.of("type", "like", "quality", 4, "comments", "As it is.")));

        assertThat(reward.at("/score").asDouble()).isEqualTo(0.7);
        assertThat(reward.at("/agent/name").asText()).isEqualTo("suite");
        assertThat(reward.at("/agent/version").asText()).isEqualTo("1.2.3");
        JsonNode kept = kept(response);
        assertThat(kept.path("source").asText()).isEqualTo("agent");
        assertThat(kept.path("agent_name").asText()).isEqualTo("suite");
        assertThat(kept.path("agent_version").asText()).isEqualTo("1.2.3");
        assertThat(kept.path("reviewer_id").isNull()).isTrue();
        assertThat(client.document("rft_get_statistics", Map.of())
                        .at("/rewards/total")
                        .asInt())
                .isZero();
        JsonNode asked = client.document("rft_get_statistics", Map.of("include_agents", true));
        assertThat(asked.at("/rewards/total").asInt()).isZero();
        assertThat(asked.at("/agents/0/name").asText()).isEqualTo("suite");
        assertThat(asked.at("/agents/0/total").asInt()).isPositive();

        CallToolResult again = client.call("rft_create_reward", Map.of("response_id", response, "score", -1));
        assertThat(again.isError()).isTrue();
        assertThat(Client.text(again)).contains("suite has already scored this response");
    }

    @Test
    void aRewardOutOfRangeIsRefused() {
        CallToolResult result = client.call(
                "rft_create_reward", Map.of("response_id", UUID.randomUUID().toString(), "score", 1.5));

        assertThat(result.isError()).isTrue();
        assertThat(Client.text(result)).contains("score");
    }

    @Test
    void aResponseThatIsNotThereIsAnErrorWithWhatToDo() {
        CallToolResult result = client.call(
                "rft_create_reward", Map.of("response_id", UUID.randomUUID().toString(), "score", 0.5));

        assertThat(result.isError()).isTrue();
        assertThat(Client.text(result)).contains("Code: response_not_found").contains("What to do:");
    }

    @Test
    void aCheckpointIsRecordedActivatedAndNotDeletedWhileItIsActive() {
        String first = "first-" + UUID.randomUUID();
        String second = "second-" + UUID.randomUUID();
        for (String version : List.of(first, second)) {
            JsonNode made = checkpoints(
                    Map.of("action", "create", "checkpoint_data", Map.of("version", version, "storage_key", "s3://w")));
            assertThat(made.at("/checkpoint/active").asBoolean()).isFalse();
            checkpoints(Map.of("action", "activate", "checkpoint_id", version, "reason", "It is better."));
        }

        assertThat(checkpoints(Map.of("action", "active"))
                        .at("/checkpoint/version")
                        .asText())
                .isEqualTo(second);
        CallToolResult refused =
                client.call("rft_manage_checkpoints", Map.of("action", "delete", "checkpoint_id", second));
        assertThat(refused.isError()).isTrue();
        assertThat(checkpoints(Map.of("action", "rollback", "reason", "It was not."))
                        .at("/checkpoint/version")
                        .asText())
                .isEqualTo(first);
        checkpoints(Map.of("action", "delete", "checkpoint_id", second));
        assertThat(checkpoints(Map.of("action", "list")).at("/checkpoints").findValuesAsText("version"))
                .contains(first)
                .doesNotContain(second);
        assertThat(checkpoints(Map.of("action", "history")).at("/history").size())
                .isGreaterThanOrEqualTo(3);
    }

    @Test
    void anActivationWithoutAReasonSaysWhatIsMissing() {
        CallToolResult result =
                client.call("rft_manage_checkpoints", Map.of("action", "activate", "checkpoint_id", "any"));

        assertThat(result.isError()).isTrue();
        assertThat(Client.text(result)).contains("`reason`").contains("Nothing was changed");
    }

    @Test
    void severalServersShareOneWorkspace() {
        try (Client other = Client.of(home)) {
            assertThat(other.document("rft_get_statistics", Map.of()).get("responses"))
                    .isEqualTo(client.document("rft_get_statistics", Map.of()).get("responses"));
        }
    }

    @Test
    void standardOutputCarriesTheProtocolAloneAndTheServerEndsWithItsClient() throws Exception {
        Process process = raw();
        try (OutputStream in = process.getOutputStream()) {
            send(in, INITIALIZE + """
                    this is no message
                    {"jsonrpc":"2.0","method":"notifications/initialized"}
                    {"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"rft_get_statistics","arguments":{}}}
                    """);
        }
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        List<JsonNode> messages = out.lines().map(StdioTest::read).toList();
        assertThat(messages)
                .hasSize(3)
                .allSatisfy(
                        message -> assertThat(message.path("jsonrpc").asText()).isEqualTo("2.0"));
        assertThat(messages.stream()
                        .filter(each -> each.path("id").asInt() == 2)
                        .findAny())
                .hasValueSatisfying(answer ->
                        assertThat(answer.at("/result/isError").asBoolean(true)).isFalse());
        assertThat(messages.stream().filter(each -> each.at("/error/code").asInt() == -32700))
                .hasSize(1);
    }

    @Test
    void aClientThatIsKilledTakesItsServerAlong() throws Exception {
        Process process = raw();
        send(process.getOutputStream(), INITIALIZE);
        assertThat(process.inputReader().readLine()).contains("\"id\":1");

        // What the operating system does with a dead process's end of the pipes.
        process.getOutputStream().close();
        process.getInputStream().close();

        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static JsonNode kept(String response) throws IOException, InterruptedException {
        String key = access.path("secretKey").asText();
        URI url = URI.create(
                access.path("url").asText() + "/functions/v1/rft-rewards?source=agent&response_id=" + response);
        try (HttpClient http = HttpClient.newHttpClient()) {
            return read(http.send(
                                    HttpRequest.newBuilder(url)
                                            .header("apikey", key)
                                            .header("Authorization", "Bearer " + key)
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .body())
                    .at("/data/0");
        }
    }

    private static Process raw() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Program.command("mcp"))
                .redirectError(folder.resolve("err-" + UUID.randomUUID()).toFile());
        builder.environment().put("REWARD_DESK_HOME", home.toString());
        return builder.start();
    }

    private static void send(OutputStream in, String messages) throws IOException {
        in.write(messages.getBytes(StandardCharsets.UTF_8));
        in.flush();
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException noJson) {
            throw new AssertionError("Not the protocol: " + line, noJson);
        }
    }

    private static JsonNode checkpoints(Map<String, Object> arguments) {
        return client.document("rft_manage_checkpoints", arguments);
    }
}

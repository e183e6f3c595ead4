package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.cli.Program;
import dev.rewarddesk.embedded.TestBackend;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server on Streamable HTTP, for whoever holds a token of the workspace. */
@Timeout(120)
final class HttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INITIALIZE = """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},\
            "clientInfo":{"name":"raw","version":"0"}}}""";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Program.Running served;
    private static JsonNode access;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path home = folder.resolve("home");
        Files.move(TestBackend.emptyWorkspace(), home);
        served = new Program(home).started("serve", "--mcp", "--json");
        access = JSON.readTree(served.firstLine());
    }

    @AfterAll
    static void end() {
        served.close();
    }

    @Test
    void whoeverHoldsTheSecretKeyIsServed() {
        try (McpSyncClient client = client(access.path("secretKey").asText())) {
            assertThat(client.listTools().tools()).extracting(Tool::name).hasSize(6);
            assertThat(call(client, "rft_get_statistics", Map.of()).isError()).isFalse();
        }
    }

    @Test
    void aSignedInPersonIsServedAsThemselves() throws Exception {
        try (McpSyncClient client = client(ownersToken())) {
            CallToolResult made = call(
                    client,
                    "rft_manage_checkpoints",
                    Map.of(
                            "action",
                            "create",
                            "checkpoint_data",
                            Map.of("version", "by-http", "storage_key", "s3://w")));

            assertThat(made.isError()).as(Client.text(made)).isFalse();
        }
    }

    @Test
    void noFileIsReadForAClientOnTheNetwork() {
        try (McpSyncClient client = client(access.path("secretKey").asText())) {
            CallToolResult result = call(client, "rft_process_images", Map.of("image_paths", List.of("/etc/hostname")));

            assertThat(result.isError()).isTrue();
            assertThat(Client.text(result)).contains("Code: no_files_over_http");
        }
    }

    @Test
    void withoutAGoodTokenNobodyIsServed() throws Exception {
        assertThat(post(Map.of()).statusCode()).isEqualTo(401);
        assertThat(post(Map.of("Authorization", "Bearer nonsense")).statusCode())
                .isEqualTo(401);
        assertThat(post(Map.of(
                                "Authorization",
                                "Bearer " + access.path("publishableKey").asText()))
                        .statusCode())
                .isEqualTo(401);
        assertThatThrownBy(() -> client("nonsense").ping()).isNotNull();
    }

    @Test
    void aPageElsewhereIsRefusedWhateverItsToken() throws Exception {
        assertThat(post(Map.of("Authorization", good(), "Origin", "https://example.org"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(Map.of("Authorization", good(), "Origin", "null")).statusCode())
                .isEqualTo(403);
        assertThat(post(Map.of("Authorization", good(), "Origin", "http://localhost:" + url().getPort()))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNameThatWasPointedAtThisMachineIsRefused() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url().getPort())) {
            socket.getOutputStream()
                    .write("GET /mcp HTTP/1.1\r\nHost: evil.example:%d\r\nConnection: close\r\n\r\n"
                            .formatted(url().getPort())
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void aSessionServesWhoBeganItAlone() throws Exception {
        String session = post(Map.of("Authorization", good()))
                .headers()
                .firstValue("Mcp-Session-Id")
                .orElseThrow();

        assertThat(post(Map.of("Authorization", "Bearer " + ownersToken(), "Mcp-Session-Id", session))
                        .statusCode())
                .isEqualTo(404);
    }

    private static McpSyncClient client(String token) {
        McpSyncClient client = McpClient.sync(
                        HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + url().getPort())
                                .endpoint("/mcp")
                                .addHttpRequestCustomizer(
                                        (request, _, _, _, _) -> request.setHeader("Authorization", "Bearer " + token))
                                .build())
                .requestTimeout(Duration.ofSeconds(30))
                .build();
        client.initialize();
        return client;
    }

    private static CallToolResult call(McpSyncClient client, String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static URI url() {
        return URI.create(access.path("mcpUrl").asText());
    }

    private static String good() {
        return "Bearer " + access.path("secretKey").asText();
    }

    private static HttpResponse<String> post(Map<String, String> headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString(INITIALIZE));
        headers.forEach(request::header);
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String ownersToken() throws IOException, InterruptedException {
        String body = JSON.writeValueAsString(Map.of(
                "email", access.path("ownerEmail").asText(),
                "password", access.path("ownerPassword").asText()));
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(access.path("url").asText() + "/auth/v1/token?grant_type=password"))
                        .header("apikey", access.path("publishableKey").asText())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("access_token").asText();
    }
}

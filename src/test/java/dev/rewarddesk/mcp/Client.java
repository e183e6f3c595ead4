package dev.rewarddesk.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpClientTransport;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The SDK's own client, speaking with the program in a process of its own. */
final class Client implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final McpSyncClient client;
    private final List<String> errors;
    private final Behind behind;

    /** What is ended after the client. */
    interface Behind extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * @param errors where the program's standard error is collected
     * @param behind ends what the client was started with
     * @param more changes the client, such as its roots
     */
    Client(McpClientTransport transport, List<String> errors, Behind behind, UnaryOperator<McpClient.SyncSpec> more) {
        this.errors = errors;
        this.behind = behind;
        client = more.apply(McpClient.sync(transport)
                        .clientInfo(McpSchema.Implementation.builder("suite", "1.2.3")
                                .build())
                        .requestTimeout(Duration.ofSeconds(60))
                        .initializationTimeout(Duration.ofSeconds(60)))
                .build();
        client.initialize();
    }

    static Client of(Path home) {
        return Transport.STDIO.open(home, List.of(), spec -> spec);
    }

    /**
     * As above.
     *
     * @param options of the command
     * @param more changes the client, such as its roots
     */
    static Client of(Path home, List<String> options, UnaryOperator<McpClient.SyncSpec> more) {
        return Transport.STDIO.open(home, options, more);
    }

    McpSyncClient sdk() {
        return client;
    }

    /** What the program wrote on its standard error. */
    List<String> errors() {
        return errors;
    }

    CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    /** What was answered, for programs, held against the schema that its tool declares; fails where it was an error. */
    JsonNode document(String tool, Map<String, Object> arguments) {
        return valid(tool, call(tool, arguments));
    }

    /** As above, of a result that is there already. */
    JsonNode valid(String tool, CallToolResult result) {
        assertThat(result.isError()).as(text(result)).isFalse();
        Map<String, Object> schema = client.listTools().tools().stream()
                .filter(each -> each.name().equals(tool))
                .findAny()
                .orElseThrow()
                .outputSchema();
        var verdict = McpJsonDefaults.getSchemaValidator().validate(schema, result.structuredContent());
        assertThat(verdict.valid()).as(verdict.errorMessage()).isTrue();
        return JSON.valueToTree(result.structuredContent());
    }

    static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    @Override
    public void close() {
        client.closeGracefully();
        behind.close();
    }
}

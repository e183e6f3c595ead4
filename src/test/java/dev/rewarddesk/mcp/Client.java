package dev.rewarddesk.mcp;

import dev.rewarddesk.cli.Program;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The SDK's own client, speaking over stdio with the program in a process of its own. */
final class Client implements AutoCloseable {

    private final McpSyncClient client;
    private final List<String> errors = new CopyOnWriteArrayList<>();

    private Client(Path home, UnaryOperator<McpClient.SyncSpec> more) {
        List<String> command = Program.command("mcp");
        ServerParameters program = ServerParameters.builder(command.getFirst())
                .args(command.subList(1, command.size()))
                .env(Map.of("REWARD_DESK_HOME", home.toString()))
                .build();
        StdioClientTransport transport = new StdioClientTransport(program, McpJsonDefaults.getMapper());
        transport.setStdErrorHandler(errors::add);
        client = more.apply(McpClient.sync(transport)
                        .clientInfo(McpSchema.Implementation.builder("suite", "1.2.3")
                                .build())
                        .requestTimeout(Duration.ofSeconds(60))
                        .initializationTimeout(Duration.ofSeconds(60)))
                .build();
        client.initialize();
    }

    static Client of(Path home) {
        return new Client(home, spec -> spec);
    }

    static Client of(Path home, UnaryOperator<McpClient.SyncSpec> more) {
        return new Client(home, more);
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

    /** What was answered, for programs; fails where it was an error. */
    @SuppressWarnings("unchecked") // A JSON object is a map of names and values.
    Map<String, Object> document(String tool, Map<String, Object> arguments) {
        CallToolResult result = call(tool, arguments);
        if (Boolean.TRUE.equals(result.isError())) {
            throw new AssertionError(text(result));
        }
        return (Map<String, Object>) result.structuredContent();
    }

    static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    @Override
    public void close() {
        client.closeGracefully();
    }
}

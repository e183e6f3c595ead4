package dev.rewarddesk.mcp;

import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.ProtocolVersions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * One client on two streams, a message a line. The SDK's own does neither say when the client has gone nor hand on that a call is taken
 * back.
 */
final class StdioTransport implements McpServerTransportProvider {

    private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);
    private static final String CANCELLED = "notifications/cancelled";

    /** For calls under way when the client has said its last word: it may still read. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final McpJsonMapper json;
    private final MessageLines lines;
    private final OutputStream out;
    private final CallsUnderWay calls = new CallsUnderWay();
    private McpServerSession.@Nullable Factory sessions;
    private volatile @Nullable McpServerSession session;
    private volatile boolean broken;

    StdioTransport(McpJsonMapper json, InputStream in, OutputStream out) {
        this.json = json;
        this.lines = new MessageLines(in);
        this.out = out;
    }

    @Override
    public void setSessionFactory(McpServerSession.Factory factory) {
        sessions = factory;
    }

    /** Handles messages until there are no more. */
    void run() {
        if (sessions == null) {
            throw new IllegalStateException("No server was built on this transport");
        }
        McpServerSession begun = sessions.create(new Line());
        session = begun;
        try {
            for (MessageLines.Line line = lines.next(); line != null && !broken; line = lines.next()) {
                switch (line) {
                    case MessageLines.Line.Whole(String text) -> handle(begun, text);
                    case MessageLines.Line.TooLong() -> refuse(-32600, "The message is too long.");
                }
            }
            calls.await(LAST_WORDS);
        } catch (IOException gone) {
            LOG.info("The client's stream broke: {}", gone.getMessage());
        } finally {
            calls.cancelAll();
        }
    }

    private void handle(McpServerSession begun, String text) {
        if (text.isBlank()) {
            return;
        }
        JSONRPCMessage message;
        try {
            message = McpSchema.deserializeJsonRpcMessage(json, text);
        } catch (IOException | RuntimeException noMessage) {
            refuse(-32700, "This line is no JSON-RPC message.");
            return;
        }
        switch (message) {
            case JSONRPCNotification notification
            when notification.method().equals(CANCELLED) ->
                takenBack(notification.params()).ifPresent(calls::cancel);
            case JSONRPCRequest request -> calls.begin(request.id(), begun.handle(request));
            default -> calls.begin(new Object(), begun.handle(message));
        }
    }

    private static Optional<Object> takenBack(@Nullable Object params) {
        return params instanceof Map<?, ?> map ? Optional.ofNullable(map.get("requestId")) : Optional.empty();
    }

    private void refuse(int code, String sentence) {
        write("{\"jsonrpc\":\"2.0\",\"id\":null,\"error\":{\"code\":%d,\"message\":\"%s\"}}".formatted(code, sentence));
    }

    // Written by many threads; a line is a whole message.
    private synchronized void write(String message) {
        try {
            out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException gone) {
            broken = true;
            LOG.info("The client reads no more: {}", gone.getMessage());
        }
    }

    @Override
    public Mono<Void> notifyClients(String method, Object params) {
        McpServerSession now = session;
        return now == null ? Mono.empty() : now.sendNotification(method, params);
    }

    @Override
    public Mono<Void> closeGracefully() {
        McpServerSession now = session;
        return now == null ? Mono.empty() : now.closeGracefully();
    }

    @Override
    public List<String> protocolVersions() {
        return List.of(
                ProtocolVersions.MCP_2024_11_05,
                ProtocolVersions.MCP_2025_03_26,
                ProtocolVersions.MCP_2025_06_18,
                ProtocolVersions.MCP_2025_11_25);
    }

    private final class Line implements McpServerTransport {

        @Override
        public Mono<Void> sendMessage(JSONRPCMessage message) {
            return Mono.fromRunnable(() -> {
                try {
                    write(json.writeValueAsString(message));
                } catch (IOException bug) {
                    throw new IllegalStateException("A message could not be written as JSON", bug);
                }
            });
        }

        @Override
        public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
            return json.convertValue(data, type);
        }

        @Override
        public Mono<Void> closeGracefully() {
            return Mono.empty();
        }

        @Override
        public List<String> protocolVersions() {
            return StdioTransport.this.protocolVersions();
        }
    }
}

package dev.rewarddesk.mcp;

import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.ProgressNotification;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a client how far its call is, where it asked to be told. May be used by many threads. */
final class Progress {

    private static final Logger LOG = LoggerFactory.getLogger(Progress.class);

    private final McpSyncServerExchange exchange;
    private final @Nullable Object token;
    private long told = -1;

    private Progress(McpSyncServerExchange exchange, @Nullable Object token) {
        this.exchange = exchange;
        this.token = token;
    }

    static Progress of(McpSyncServerExchange exchange, CallToolRequest request) {
        Map<String, Object> meta = request.meta();
        return new Progress(exchange, meta == null ? null : meta.get("progressToken"));
    }

    /**
     * Tells it. What is no further than before is not told: the protocol allows for no step back.
     *
     * @param done so much
     * @param all of so much; null where nobody knows
     */
    synchronized void tell(long done, @Nullable Long all, String message) {
        if (token == null || done <= told) {
            return;
        }
        told = done;
        try {
            exchange.progressNotification(new ProgressNotification(
                    token, (double) done, all == null ? null : (double) all, Plain.text(message), null));
        } catch (RuntimeException gone) {
            // Whoever does not listen any more does not need the work to fail.
            LOG.debug("A client could not be told how far its call is", gone);
        }
    }
}

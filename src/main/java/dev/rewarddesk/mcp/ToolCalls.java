package dev.rewarddesk.mcp;

import dev.rewarddesk.failure.ServiceFailure;
import dev.rewarddesk.model.Agent;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServerExchange;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import java.util.Map;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has tools called by clients: every text that goes out is made plain here, and every failure becomes an error with what to do. */
final class ToolCalls {

    private static final Logger LOG = LoggerFactory.getLogger(ToolCalls.class);

    private final Definitions definitions;
    private final Whose whose;

    /** @param whose tells with whose services a call is done */
    ToolCalls(Definitions definitions, Whose whose) {
        this.definitions = definitions;
        this.whose = whose;
    }

    <I> SyncToolSpecification of(String name, Function<DeskServices, Tool<I>> tool) {
        return SyncToolSpecification.builder()
                .tool(definitions.of(name))
                .callHandler((exchange, request) ->
                        call(tool.apply(whose.services(exchange.transportContext())), exchange, request))
                .build();
    }

    private static <I> CallToolResult call(Tool<I> tool, McpSyncServerExchange exchange, CallToolRequest request) {
        try {
            Map<String, Object> arguments = request.arguments() == null ? Map.of() : request.arguments();
            Answer answer = tool.call(Documents.input(arguments, tool.input()), caller(exchange, request));
            CallToolResult.Builder result = CallToolResult.builder().addTextContent(Plain.text(answer.text()));
            answer.pictures().forEach(picture -> result.addContent(picture.content()));
            return result.structuredContent(Documents.plain(answer.document()))
                    .isError(false)
                    .build();
        } catch (ServiceFailure failure) {
            return failed(Complaint.of(failure));
        } catch (InterruptedException takenBack) {
            Thread.currentThread().interrupt();
            return failed("The call was taken back. What was done until then is kept.");
        } catch (RuntimeException unforeseen) {
            LOG.error("The tool {} failed in a way that nobody foresaw", request.name(), unforeseen);
            return failed("Something went wrong inside the program. What was done until then is kept; the log in the"
                    + " workspace's folder `logs` says more.");
        }
    }

    private static Caller caller(McpSyncServerExchange exchange, CallToolRequest request) {
        var client = exchange.getClientInfo();
        String name = client == null || client.name() == null ? "" : client.name();
        String version = client == null || client.version() == null ? "" : client.version();
        return new Caller(
                new Agent(Plain.text(name), Plain.text(version)),
                Progress.of(exchange, request),
                () -> Roots.of(exchange));
    }

    private static CallToolResult failed(String sentence) {
        return CallToolResult.builder()
                .addTextContent(Plain.text(sentence))
                .isError(true)
                .build();
    }
}

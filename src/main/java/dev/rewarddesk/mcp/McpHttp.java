package dev.rewarddesk.mcp;

import dev.rewarddesk.failure.ServiceFailure;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import jakarta.servlet.DispatcherType;
import java.net.URI;
import java.util.EnumSet;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** The desk on Streamable HTTP, on 127.0.0.1 alone, for as long as it is open. */
public final class McpHttp implements AutoCloseable {

    private static final String PATH = "/mcp";
    private static final int LONGEST = MessageLines.LONGEST;

    private final Server jetty;
    private final McpSyncServer server;
    private final TakingBack calls;

    private McpHttp(Server jetty, McpSyncServer server, TakingBack calls) {
        this.jetty = jetty;
        this.server = server;
        this.calls = calls;
    }

    /** @param build makes the server on a transport */
    static McpHttp start(
            int port,
            Visitors visitors,
            McpJsonMapper json,
            Function<McpServer.StreamableSyncSpecification, McpSyncServer> build) {
        HttpServletStreamableServerTransportProvider transport = HttpServletStreamableServerTransportProvider.builder()
                .jsonMapper(json)
                .mcpEndpoint(PATH)
                .maxRequestSize(LONGEST)
                .contextExtractor(request -> McpTransportContext.create(
                        Map.of(Doorkeeper.VISITOR, request.getAttribute(Doorkeeper.VISITOR))))
                .build();
        McpSyncServer server = build.apply(McpServer.sync(transport));
        Server jetty = new Server();
        ServerConnector connector = new ServerConnector(jetty);
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        jetty.addConnector(connector);
        ServletContextHandler handler = new ServletContextHandler();
        FilterHolder filter = new FilterHolder(new Doorkeeper(visitors));
        filter.setAsyncSupported(true);
        handler.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
        TakingBack takingBack = new TakingBack(LONGEST);
        FilterHolder second = new FilterHolder(takingBack);
        second.setAsyncSupported(true);
        handler.addFilter(second, "/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder servlet = new ServletHolder(transport);
        servlet.setAsyncSupported(true);
        handler.addServlet(servlet, PATH);
        jetty.setHandler(handler);
        try {
            jetty.start();
        } catch (Exception taken) {
            server.close();
            throw new ServiceFailure.Server(
                    "mcp_port_taken",
                    "The MCP server cannot listen on port " + port + " of 127.0.0.1. Choose another with --mcp-port.",
                    null,
                    taken);
        }
        return new McpHttp(jetty, server, takingBack);
    }

    /** Where clients reach it. */
    public URI url() {
        return URI.create(
                "http://127.0.0.1:%d%s".formatted(((ServerConnector) jetty.getConnectors()[0]).getLocalPort(), PATH));
    }

    /** Stops what is under way, ends all sessions and stops listening. */
    @Override
    public void close() {
        calls.stopAll();
        server.close();
        try {
            jetty.stop();
        } catch (Exception failure) {
            throw new IllegalStateException("The MCP server could not be stopped", failure);
        }
    }
}

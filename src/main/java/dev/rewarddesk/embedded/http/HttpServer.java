package dev.rewarddesk.embedded.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** An HTTP server on 127.0.0.1 that answers nothing but its routes, each request on a virtual thread. */
public final class HttpServer implements AutoCloseable {

    /** How long a request under way is waited for when the server stops; the database's own limit for a statement. */
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(30);

    private static final String ADDRESS = "127.0.0.1";
    private static final Set<String> OUR_NAMES = Set.of(ADDRESS, "localhost", "[::1]");
    private static final Pattern NO_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.DELETE,
            HandlerType.PATCH,
            HandlerType.HEAD,
            HandlerType.TRACE,
            HandlerType.CONNECT,
            HandlerType.QUERY);

    private final Javalin javalin;

    /** @param routes everything that is answered */
    public HttpServer(List<Route> routes) {
        javalin = Javalin.create(config -> configure(config, routes));
    }

    /**
     * Starts to listen.
     *
     * @param port 0 for a free one
     * @return the URL that it is reached at
     * @throws PortInUse when somebody else listens there
     */
    public URI start(int port) {
        try {
            javalin.start(ADDRESS, port);
        } catch (JavalinBindException taken) {
            throw new PortInUse(port, taken);
        }
        return URI.create("http://" + ADDRESS + ":" + javalin.port());
    }

    /** Stops listening and lets requests under way end. */
    @Override
    public void close() {
        javalin.stop();
    }

    /** The URL at which this request's server is reached. */
    public static String baseUrl(Context context) {
        return "http://" + ADDRESS + ":" + context.req().getLocalPort();
    }

    private static void configure(JavalinConfig config, List<Route> routes) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.concurrency.useVirtualThreads = true;
        config.http.maxRequestSize = Forms.LONGEST;
        // Nothing is gained by compressing what does not leave the machine.
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.defaultContentType = "application/json";
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JsonErrors());
            server.setStopTimeout(LONGEST_REQUEST.toMillis());
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStarted(LifeCycle started) {
                    shortenGoodbyes(server);
                }
            });
        });
        config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new JsonErrors()));
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setRequestHeaderSize(32 * 1024);
        });
        config.routes.before(HttpServer::admit);
        install(config, routes);
        Failures.install(config);
    }

    // Connections that are kept open without a request are not waited for.
    private static void shortenGoodbyes(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector ours) {
                ours.setShutdownIdleTimeout(20);
            }
        }
    }

    private static void install(JavalinConfig config, List<Route> routes) {
        Map<String, Map<String, Route>> byPath = new LinkedHashMap<>();
        routes.forEach(route -> byPath.computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
                .put(route.method(), route));
        byPath.forEach((path, methods) -> {
            if (methods.containsKey("GET")) {
                methods.putIfAbsent("HEAD", methods.get("GET"));
            }
            Set<String> allowed = new TreeSet<>(methods.keySet());
            allowed.add("OPTIONS");
            for (HandlerType method : METHODS) {
                Route route = methods.get(method.name());
                config.routes.addHttpHandler(
                        method,
                        path,
                        route != null
                                ? route.handler()
                                : context -> {
                                    context.header("Allow", String.join(", ", allowed));
                                    throw Refusal.of(
                                            405,
                                            "method_not_allowed",
                                            "%s is not possible here; %s is."
                                                    .formatted(context.method(), String.join(", ", allowed)));
                                });
            }
        });
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, "/<anything>", HttpServer::unknown);
            config.routes.addHttpHandler(method, "/", HttpServer::unknown);
        }
    }

    private static void unknown(Context context) {
        throw Refusal.of(404, "no_such_route", "There is nothing at this address.");
    }

    // Else a parameter that cannot be decoded would count as one that was not sent.
    private static void refuseUnreadable(@Nullable String query) {
        if (query != null && NO_ESCAPE.matcher(query).find()) {
            throw Refusal.of(
                    400, "invalid_query", "The address has a % that is not followed by two hexadecimal digits.");
        }
    }

    // Before every request: a page elsewhere whose name was pointed at this machine is told apart by its Host header.
    private static void admit(Context context) {
        String host = context.header("Host");
        List<String> names = new ArrayList<>();
        OUR_NAMES.forEach(name -> names.add(name + ":" + context.req().getLocalPort()));
        if (host == null || !names.contains(host.toLowerCase(Locale.ROOT))) {
            throw Refusal.of(403, "wrong_host", "This server answers on 127.0.0.1 and localhost alone.");
        }
        context.header("Access-Control-Allow-Origin", "*");
        context.header("Access-Control-Expose-Headers", "Allow, ETag, Retry-After, X-Supabase-Api-Version");
        context.header("X-Content-Type-Options", "nosniff");
        refuseUnreadable(context.queryString());
        if (context.method().equals(HandlerType.OPTIONS)) {
            context.header("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE, HEAD, OPTIONS");
            context.header(
                    "Access-Control-Allow-Headers",
                    "authorization, apikey, content-type, idempotency-key, if-match, if-none-match, last-event-id, x-client-info, "
                            + "x-supabase-api-version");
            context.header("Access-Control-Max-Age", "600");
            context.status(204).skipRemainingHandlers();
        }
    }
}

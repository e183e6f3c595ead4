package dev.rewarddesk.deployment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rewarddesk.embedded.TestApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What Supabase's own tool asks to have things done in a project, as far as deploying needs it: keeps what it is sent. */
final class StandInPlatform implements AutoCloseable {

    static final String PROJECT = "abcdefghijabcdefghij";

    private static final Map<String, Object> DATABASE =
            Map.of("host", "127.0.0.1", "version", "17", "postgres_engine", "17", "release_channel", "ga");
    private static final Map<String, Object> ABOUT = Map.of(
            "id", PROJECT,
            "ref", PROJECT,
            "organization_id", "team",
            "organization_slug", "team",
            "name", "desk",
            "region", "here",
            "created_at", "2026-01-01T00:00:00Z",
            "status", "ACTIVE_HEALTHY",
            "database", DATABASE);

    private final HttpServer server;
    private final Map<String, byte[]> posted = new ConcurrentHashMap<>();

    StandInPlatform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/v1/projects", this::answer);
        server.start();
    }

    /** What makes the tool ask here. */
    Map<String, String> environment(Path folder) throws IOException {
        String here = "http://127.0.0.1:" + server.getAddress().getPort();
        Path profile = Files.writeString(
                folder.resolve("profile.yaml"),
                "name: standin\napi_url: %s\ndashboard_url: %s\nproject_host: supabase.co\n".formatted(here, here));
        return Map.of("SUPABASE_PROFILE", profile.toString(), "SUPABASE_ACCESS_TOKEN", "sbp_" + "0".repeat(40));
    }

    /** What was last posted to that path below the project; latin-1, so that every byte is a character. */
    String posted(String path) {
        return new String(
                posted.getOrDefault("/v1/projects/" + PROJECT + path, new byte[0]), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            boolean posts = exchange.getRequestMethod().equals("POST");
            if (posts) {
                posted.put(path, body);
            }
            byte[] answer = TestApi.json(document(path)).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(posts ? 201 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static Object document(String path) {
        if (path.endsWith("/projects")) {
            return List.of(ABOUT);
        }
        return path.endsWith("/deploy")
                ? Map.of("id", "1", "slug", "f", "name", "f", "status", "ACTIVE", "version", 1, "verify_jwt", false)
                : ABOUT;
    }
}

package dev.rewarddesk.account;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Listens on this machine alone for the browser to come back, once. What comes without the state that it was sent with is
 * answered 404 and changes nothing.
 */
final class LoopbackCallback implements AutoCloseable {

    private static final String PATH = "/callback";
    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>Reward Desk</title>
            <style>body{font:18px system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;text-align:center}
            @media(prefers-color-scheme:dark){body{background:#161b22;color:#e6edf3}}</style>
            <h1>{title}</h1><p>You can close this window and go back to Reward Desk.</p></html>
            """;

    private final HttpServer server;
    private final String state;
    private final CompletableFuture<String> code = new CompletableFuture<>();

    private LoopbackCallback(HttpServer server, String state) {
        this.server = server;
        this.state = state;
    }

    /**
     * Begins to listen on a free port.
     *
     * @param state what the browser has to bring along
     */
    static LoopbackCallback listen(String state) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            LoopbackCallback callback = new LoopbackCallback(server, state);
            server.createContext("/", callback::answer);
            server.setExecutor(work -> Thread.ofVirtual().start(work));
            server.start();
            return callback;
        } catch (IOException refused) {
            throw new ServiceFailure.Server(
                    "no_callback",
                    "This machine lets no program listen for the browser to come back. Nothing was changed; sign in with a"
                            + " password instead.",
                    null,
                    refused);
        }
    }

    /** Where the browser has to come back to. */
    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PATH + "?state=" + state);
    }

    /** The code that the browser brings; ends with {@code Invalid} when it brings a refusal or does not come in time. */
    String await(Duration patience) {
        try {
            return code.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new ServiceFailure.Invalid(
                    "browser_too_late",
                    "The browser has not come back within " + patience.toMinutes()
                            + " minutes. Nothing was changed; try again.",
                    null);
        } catch (ExecutionException refused) {
            throw refused.getCause() instanceof ServiceFailure failure
                    ? failure
                    : new IllegalStateException(refused.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw cancelled();
        }
    }

    /** Stops waiting. */
    void cancel() {
        code.completeExceptionally(cancelled());
    }

    @Override
    public void close() {
        // A second, so that the page gets to the browser.
        Thread.ofVirtual().start(() -> server.stop(1));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> query = query(exchange.getRequestURI());
            boolean ours = exchange.getRequestURI().getPath().equals(PATH)
                    && exchange.getRequestMethod().equals("GET")
                    && same(query.getOrDefault("state", ""), state);
            String brought = query.getOrDefault("code", "");
            if (!ours || code.isDone()) {
                send(exchange, 404, "There is nothing here");
            } else if (brought.isEmpty()) {
                send(exchange, 200, "You are not signed in");
                code.completeExceptionally(refused(query));
            } else {
                send(exchange, 200, "You are signed in");
                code.complete(brought);
            }
        }
    }

    private static ServiceFailure refused(Map<String, String> query) {
        String said = query.getOrDefault("error_description", query.getOrDefault("error", ""))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return new ServiceFailure.Invalid(
                "browser_refused",
                "The sign-in in the browser was not completed"
                        + (said.isEmpty() ? "." : ": " + said.substring(0, Math.min(said.length(), 300)) + ".")
                        + " Nothing was changed; try again.",
                null);
    }

    private static ServiceFailure cancelled() {
        return new ServiceFailure.Invalid("cancelled", "The sign-in was cancelled. Nothing was changed.", null);
    }

    private static void send(HttpExchange exchange, int status, String title) throws IOException {
        byte[] page = PAGE.replace("{title}", title).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new HashMap<>();
        String raw = address.getRawQuery();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] pair = part.split("=", 2);
            if (pair.length == 2) {
                try {
                    query.putIfAbsent(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
                } catch (IllegalArgumentException noEncoding) {
                    // Then it is none of the values that count.
                }
            }
        }
        return query;
    }
}

package dev.rewarddesk.supabase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.rewarddesk.embedded.BackendAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A hosted project for the desktop: a real workspace, with what only a hosted one has (OAuth and SSO, with a code that only the
 * verifier redeems) and with faults on demand.
 */
public final class StandInProject implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> NOT_PASSED_ON =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade", "expect", "http2-settings");

    private final BackendAccess behind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> challenges = new ConcurrentHashMap<>();
    private volatile boolean browserWays;
    private volatile boolean cut;
    private volatile @Nullable Fault fault;
    private volatile @Nullable String endedWith;

    public StandInProject(BackendAccess behind) {
        this.behind = behind;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    public String key() {
        return behind.publishableKey();
    }

    /** From now on it offers Google, GitHub and single sign-on; the owner is who signs in there. */
    public void offerBrowserWays() {
        browserWays = true;
    }

    /** From now on nobody answers. */
    public void cut() {
        cut = true;
    }

    /** From now on every session has ended, for the reason of that code. */
    public void endSessions(String code) {
        endedWith = code;
    }

    /** From now on everything is answered like this. */
    public void answerAll(int status, String body) {
        fault = new Fault(status, body);
    }

    /** Everything is as it should be again. */
    public void mend() {
        cut = false;
        fault = null;
        endedWith = null;
    }

    /** What a browser does with that address: follows it to its end, and shows the page. */
    public String browse(URI address) {
        try (HttpClient browser = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return browser.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (cut) {
                // Without an answer the exchange ends as a line does that breaks.
                return;
            }
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            Map<String, String> query = query(exchange.getRequestURI());
            Fault now = fault;
            String ended = endedWith;
            if (now != null) {
                send(exchange, now.status(), now.body());
            } else if (ended != null && path.startsWith("/functions/")) {
                send(exchange, 401, "{\"success\":false,\"error\":\"Sign in again.\",\"code\":\"invalid_token\"}");
            } else if (ended != null && "refresh_token".equals(query.get("grant_type"))) {
                send(exchange, 400, "{\"code\":\"" + ended + "\",\"message\":\"Refused\"}");
            } else if (browserWays && path.equals("/auth/v1/settings")) {
                settings(exchange);
            } else if (path.equals("/auth/v1/authorize")) {
                comeBack(exchange, query);
            } else if (path.equals("/auth/v1/sso")) {
                singleSignOn(exchange, JSON.readTree(body));
            } else if ("pkce".equals(query.get("grant_type"))) {
                redeem(exchange, JSON.readTree(body));
            } else {
                passOn(exchange, body);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void settings(HttpExchange exchange) throws IOException {
        ObjectNode settings = JSON.createObjectNode();
        settings.putObject("external").put("email", true).put("google", true).put("github", true);
        send(exchange, 200, settings.put("saml_enabled", true).toString());
    }

    private void singleSignOn(HttpExchange exchange, JsonNode asked) throws IOException {
        if (!asked.path("domain").asText().equals("example.org")) {
            send(
                    exchange,
                    404,
                    "{\"code\":\"sso_provider_not_found\",\"message\":\"No SSO provider assigned for this domain\"}");
            return;
        }
        String at = url() + "/auth/v1/authorize?redirect_to="
                + URLEncoder.encode(asked.path("redirect_to").asText(), StandardCharsets.UTF_8) + "&code_challenge="
                + asked.path("code_challenge").asText();
        send(exchange, 200, JSON.createObjectNode().put("url", at).toString());
    }

    // The person has agreed at the provider.
    private void comeBack(HttpExchange exchange, Map<String, String> query) throws IOException {
        String code = UUID.randomUUID().toString();
        challenges.put(code, query.getOrDefault("code_challenge", ""));
        exchange.getResponseHeaders().set("Location", query.get("redirect_to") + "&code=" + code);
        exchange.sendResponseHeaders(302, -1);
    }

    private void redeem(HttpExchange exchange, JsonNode asked) throws IOException, InterruptedException {
        String challenge = challenges.remove(asked.path("auth_code").asText());
        if (challenge == null
                || !challenge.equals(challengeOf(asked.path("code_verifier").asText()))) {
            send(exchange, 400, "{\"code\":\"bad_code_verifier\",\"message\":\"code challenge does not match\"}");
            return;
        }
        String owner = JSON.createObjectNode()
                .put("email", behind.ownerEmail())
                .put("password", behind.ownerPassword())
                .toString();
        HttpResponse<String> session = client.send(
                HttpRequest.newBuilder(URI.create(behind.url() + "/auth/v1/token?grant_type=password"))
                        .header("apikey", behind.publishableKey())
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(owner))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(session.statusCode()).isEqualTo(200);
        send(exchange, 200, session.body());
    }

    private void passOn(HttpExchange exchange, byte[] body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(behind.url() + exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
        exchange.getResponseBody().write(answer.body());
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> query = new HashMap<>();
        String raw = address.getRawQuery();
        for (String part : raw == null ? new String[0] : raw.split("&", -1)) {
            String[] pair = part.split("=", 2);
            query.put(pair[0], pair.length == 2 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
        threads.close();
    }

    private record Fault(int status, String body) {}
}

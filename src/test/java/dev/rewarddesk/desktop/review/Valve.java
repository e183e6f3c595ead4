package dev.rewarddesk.desktop.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a backend that can be shut: between the client and a real backend, on loopback. */
final class Valve implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION = Set.of("host", "connection", "content-length", "upgrade");

    private final URI backend;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client = HttpClient.newHttpClient();
    private volatile State state = State.OPEN;

    /** What happens to requests. */
    enum State {
        OPEN,
        /** Nothing gets through. */
        SHUT,
        /** Requests get through and their answers do not. */
        ANSWERS_LOST,
        /** Rewards are answered with an error of the backend; the rest gets through. */
        REWARDS_FAIL
    }

    Valve(URI backend) throws IOException {
        this.backend = backend;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void set(State now) {
        state = now;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        client.close();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            State now = state;
            if (now == State.SHUT) {
                return;
            }
            if (now == State.REWARDS_FAIL && exchange.getRequestURI().getPath().endsWith("/rft-rewards")) {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            HttpResponse<byte[]> answer = pass(exchange);
            if (now == State.ANSWERS_LOST) {
                return;
            }
            answer.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name) && !name.equals("transfer-encoding")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpResponse<byte[]> pass(HttpExchange exchange) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        backend.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }
}

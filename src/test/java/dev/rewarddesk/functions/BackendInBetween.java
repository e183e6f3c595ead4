package dev.rewarddesk.functions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/** Passes everything on to a backend, and lets a test do something between an object's being stored and the answer that says so. */
public final class BackendInBetween implements AutoCloseable {

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI backend;
    private final List<String> deleted = new CopyOnWriteArrayList<>();
    private volatile int down;
    private volatile String downAt = "/storage/v1/";
    private volatile String words = "the storage's own words";
    private volatile String watched = "/storage/v1/object/scraped-images/";
    private volatile BooleanSupplier onceStored = () -> true;

    /** @param backend what it passes on to */
    public BackendInBetween(URI backend) {
        this.backend = backend;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::pass);
        server.start();
    }

    /** Where it listens. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on every request to the storage is answered with this status, and with words of its own; or none is, with 0. */
    void down(int status) {
        down = status;
    }

    /** The same with these words, for the paths that begin so. */
    void down(String path, int status, String said) {
        downAt = path;
        words = said;
        down = status;
    }

    /** What happens once after the next object is stored; the answer is lost where it says false. */
    void onceStored(BooleanSupplier happening) {
        onceStored = happening;
    }

    /** The same after the next POST to a path that begins so. */
    public void oncePosted(String path, BooleanSupplier happening) {
        watched = path;
        onceStored = happening;
    }

    /** The paths of all that was asked to be deleted, in this order. */
    List<String> deleted() {
        return List.copyOf(deleted);
    }

    @Override
    public void close() {
        server.stop(0);
        client.close();
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestMethod().equals("DELETE")) {
                deleted.add(exchange.getRequestURI().getPath());
            }
            if (down != 0 && exchange.getRequestURI().getPath().startsWith(downAt)) {
                exchange.sendResponseHeaders(down, 0);
                exchange.getResponseBody().write(words.getBytes(StandardCharsets.UTF_8));
                return;
            }
            HttpResponse<byte[]> response =
                    client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray());
            if (exchange.getRequestMethod().equals("POST")
                    && exchange.getRequestURI().getPath().startsWith(watched)) {
                BooleanSupplier happening = onceStored;
                onceStored = () -> true;
                if (!happening.getAsBoolean()) {
                    return;
                }
            }
            response.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(
                    response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
            exchange.getResponseBody().write(response.body());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(backend.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String name : new String[] {"apikey", "Authorization", "Content-Type"}) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                request.header(name, value);
            }
        }
        return request.build();
    }
}

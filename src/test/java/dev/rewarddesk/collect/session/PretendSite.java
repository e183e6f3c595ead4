package dev.rewarddesk.collect.session;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;

/** A website on loopback, whose answers are functions of the request; what it has not is 404. */
public final class PretendSite implements AutoCloseable {

    private final MockWebServer server = new MockWebServer();
    private final Map<String, Function<RecordedRequest, MockResponse>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile Function<RecordedRequest, MockResponse> otherwise = _ -> status(404);

    public PretendSite() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                asked.add(request.getTarget());
                return answers.getOrDefault(request.getTarget(), otherwise).apply(request);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    /** The URL of a path. */
    public String url(String path) {
        return "http://127.0.0.1:" + server.getPort() + path;
    }

    /** What was asked for, in order. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    public PretendSite page(String path, String html) {
        return on(path, _ -> html(html));
    }

    public PretendSite image(String path, byte[] bytes) {
        return on(path, _ -> bytes("image/png", bytes));
    }

    public PretendSite text(String path, String type, String content) {
        return on(path, _ -> bytes(type, content.getBytes(StandardCharsets.UTF_8)));
    }

    public PretendSite on(String path, Function<RecordedRequest, MockResponse> answer) {
        answers.put(path, answer);
        return this;
    }

    public PretendSite otherwise(Function<RecordedRequest, MockResponse> answer) {
        otherwise = answer;
        return this;
    }

    public static MockResponse html(String html) {
        return bytes("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
    }

    public static MockResponse bytes(String type, byte[] bytes) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", type)
                .body(new Buffer().write(bytes))
                .build();
    }

    public static MockResponse status(int status) {
        return new MockResponse.Builder().code(status).build();
    }

    public static MockResponse redirect(String location) {
        return new MockResponse.Builder()
                .code(302)
                .setHeader("Location", location)
                .build();
    }

    @Override
    public void close() {
        server.close();
    }
}

package dev.rewarddesk.collect.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rewarddesk.settings.LengthField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** Stands in for a model's endpoint on the loopback, and does to each request what a test says. */
public final class StandInEndpoint implements AutoCloseable {

    public static final String KEY = "sk-very-secret-0123456789";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final MockWebServer server = new MockWebServer();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Predicate<JsonNode> refused = _ -> false;
    private volatile MockResponse refusal = json(400, "{}");

    /**
     * A request that came.
     *
     * @param authorization the header; empty where there is none
     */
    public record Asked(JsonNode body, String path, String authorization) {
        public String prompt() {
            JsonNode messages = body.path("messages");
            return messages.path(messages.size() - 1)
                    .path("content")
                    .path(0)
                    .path("text")
                    .asText();
        }

        String image() {
            JsonNode messages = body.path("messages");
            return messages.path(messages.size() - 1)
                    .path("content")
                    .path(1)
                    .path("image_url")
                    .path("url")
                    .asText();
        }
    }

    /** @param does what to answer to a prompt that was asked so often before */
    public StandInEndpoint(BiFunction<String, Long, MockResponse> does) throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                Asked now = read(request);
                long before = asked.stream()
                        .filter(former -> former.prompt().equals(now.prompt()))
                        .count();
                asked.add(now);
                return refused.test(now.body()) ? refusal : does.apply(now.prompt(), before);
            }
        });
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    /** From now on such requests get this answer. */
    void refusing(Predicate<JsonNode> bodies, MockResponse answer) {
        refusal = answer;
        refused = bodies;
    }

    public URI url() {
        return server.url("/v1").uri();
    }

    public List<Asked> asked() {
        return asked;
    }

    /** A model of that endpoint, asked with little patience. */
    Endpoint model(String name) {
        return new Endpoint(url(), new EndpointKey(KEY), name, 0.5, 100, LengthField.AUTO, Duration.ofSeconds(2));
    }

    AnswerSettings settings(int concurrency, long maxRequests, long maxTokens) {
        return new AnswerSettings(
                model("stand-in-1"),
                1,
                concurrency,
                maxRequests,
                maxTokens,
                1_000,
                ImageLimits.USUAL,
                new Patience(3, Duration.ofMillis(10), Duration.ofMillis(50)),
                null,
                false);
    }

    public static MockResponse answer(String text, String finish) {
        return json(200, """
                {"model":"stand-in-1-0613","choices":[{"message":{"role":"assistant","content":%s},"finish_reason":"%s"}],
                 "usage":{"prompt_tokens":300,"completion_tokens":20,"total_tokens":320}}""".formatted(quoted(text), finish));
    }

    public static MockResponse refusal(String words) {
        return json(200, """
                {"choices":[{"message":{"content":null,"refusal":%s},"finish_reason":"stop"}]}""".formatted(quoted(words)));
    }

    public static MockResponse json(int status, String body) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    static MockResponse silence() {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    static MockResponse cut() {
        return answer("this is never read to its end", "stop")
                .newBuilder()
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    @Override
    public void close() {
        server.close();
    }

    private static Asked read(RecordedRequest request) {
        try {
            String authorization = request.getHeaders().get("Authorization");
            return new Asked(
                    MAPPER.readTree(
                            request.getBody() == null ? "{}" : request.getBody().utf8()),
                    request.getUrl().encodedPath(),
                    authorization == null ? "" : authorization);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String quoted(String text) {
        return MAPPER.getNodeFactory().textNode(text).toString();
    }
}

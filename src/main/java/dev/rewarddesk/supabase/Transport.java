package dev.rewarddesk.supabase;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** Sends requests to one workspace and reads the answers whole, bounded in size and time. */
final class Transport implements AutoCloseable {

    private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
    private static final RequestBody EMPTY_OBJECT = RequestBody.create("{}", JSON);

    /** More than any page of a list that the desktop asks for; a bound against what never ends. */
    private static final long LARGEST_JSON = 64L << 20;

    /** A stream that is silent for longer than three of its signs of life is dead. */
    private static final Duration SILENCE = Duration.ofSeconds(50);

    /** Connections without a call that are kept for the next. */
    private static final int KEPT = 32;

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1");

    private final Supplier<WorkspaceAddress> address;
    private final OkHttpClient http;
    private final OkHttpClient streaming;

    Transport(Supplier<WorkspaceAddress> address, Timeouts timeouts) {
        this.address = address;
        this.http = new OkHttpClient.Builder()
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .writeTimeout(timeouts.read())
                .callTimeout(timeouts.whole())
                // Whoever sends much at a time would make a new connection for most of it.
                .connectionPool(new ConnectionPool(KEPT, 5, TimeUnit.MINUTES))
                // A redirect would carry the key to wherever it points.
                .followRedirects(false)
                .eventListenerFactory(call -> new SentListener())
                .build();
        this.streaming = http.newBuilder()
                .readTimeout(SILENCE)
                .callTimeout(Duration.ZERO)
                .build();
    }

    String apiKey() {
        return address.get().apiKey();
    }

    /** The answer, whatever its status; {@code Offline} when there is none. */
    HttpAnswer send(Call call, String bearer) {
        return exchange(request(call, bearer).build(), LARGEST_JSON, call.changesSomething());
    }

    /** A call whose answer goes on for as long as the workspace gives signs of life; not sent yet. */
    okhttp3.Call stream(Call call, String bearer) {
        return streaming.newCall(
                request(call, bearer).header("Accept", "text/event-stream").build());
    }

    private Request.Builder request(Call call, String bearer) {
        RequestBody body = switch (call.method()) {
            case "GET", "DELETE" -> null;
            default -> call.body() instanceof Multipart form ? form.body() : json(call.body());
        };
        WorkspaceAddress now = address.get();
        Request.Builder request = new Request.Builder()
                .url(url(now, call))
                .method(call.method(), body)
                .header("Accept", "application/json")
                .header("apikey", now.apiKey())
                .header("Authorization", "Bearer " + bearer);
        call.headers().forEach(request::header);
        return request;
    }

    /** Where a call goes, for somebody else to send it. */
    URI url(Call call) {
        return url(address.get(), call).uri();
    }

    private static HttpUrl url(WorkspaceAddress workspace, Call call) {
        HttpUrl.Builder url = HttpUrl.get(workspace.url() + call.path()).newBuilder();
        call.query().forEach(url::addQueryParameter);
        return url.build();
    }

    /** What is at that URL, asked for without any key. */
    HttpAnswer fetch(HttpUrl url, long limit) {
        return exchange(new Request.Builder().url(url).build(), limit, false);
    }

    /** A URL given by the workspace: absolute, or from the workspace's own URL on. */
    @Nullable
    HttpUrl resolve(String url) {
        return HttpUrl.parse(url.startsWith("/") ? address.get().url() + url : url);
    }

    /** Whether what comes from there cannot be read or changed on the way more easily than the workspace itself. */
    boolean isSafe(HttpUrl url) {
        HttpUrl workspace = resolve("/");
        boolean own = workspace != null
                && url.scheme().equals(workspace.scheme())
                && url.host().equals(workspace.host())
                && url.port() == workspace.port();
        return own || url.isHttps() || LOOPBACK.contains(url.host());
    }

    /** Lets go of idle connections and threads; calls under way are cut off. */
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private HttpAnswer exchange(Request request, long limit, boolean changesSomething) {
        AtomicBoolean sent = new AtomicBoolean();
        Request tagged = request.newBuilder().tag(AtomicBoolean.class, sent).build();
        try (Response response = http.newCall(tagged).execute()) {
            return new HttpAnswer(
                    response.code(),
                    response.header("Retry-After"),
                    bounded(response.body().source(), limit));
        } catch (IOException failure) {
            throw Unreachable.failure(address.get().url(), failure, changesSomething && sent.get());
        }
    }

    private static ByteString bounded(BufferedSource source, long limit) throws IOException {
        Buffer buffer = new Buffer();
        while (source.read(buffer, 64 << 10) != -1) {
            if (buffer.size() > limit) {
                throw new ServiceFailure.Server(
                        "answer_too_large",
                        "The workspace gave an answer of more than " + (limit >> 20) + " MiB, which was not read.",
                        null,
                        null);
            }
        }
        return buffer.readByteString();
    }

    private static RequestBody json(@Nullable Object body) {
        if (body == null) {
            return EMPTY_OBJECT;
        }
        try {
            return RequestBody.create(WireJson.MAPPER.writeValueAsBytes(body), JSON);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("A request could not be written as JSON", bug);
        }
    }

    /**
     * How long to wait.
     *
     * @param read between two sounds of the other side
     * @param whole from first to last
     */
    record Timeouts(Duration connect, Duration read, Duration whole) {
        static final Timeouts USUAL =
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(3));

        /** Where somebody looks on. */
        static final Timeouts SHORT =
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(25));
    }

    /** Notes whether anything left this machine: only then may something have happened. */
    private static final class SentListener extends EventListener {
        @Override
        public void requestHeadersStart(okhttp3.Call call) {
            AtomicBoolean sent = call.request().tag(AtomicBoolean.class);
            if (sent != null) {
                sent.set(true);
            }
        }
    }
}

package dev.rewarddesk.collect.answer;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rewarddesk.collect.answer.Reply.Next;
import dev.rewarddesk.collect.answer.Reply.Usage;
import dev.rewarddesk.collect.prompt.Prompt;
import dev.rewarddesk.settings.LengthField;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/** Sends one request at a time to {@code /v1/chat/completions}, each once. */
final class ChatEndpoint implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final MediaType JSON = MediaType.get("application/json");
    private static final long LARGEST_ANSWER = 8L << 20;

    private final Endpoint endpoint;
    private final ReplyReader reader;
    private final OkHttpClient http;
    private volatile LengthField lengthField;

    ChatEndpoint(Endpoint endpoint) {
        this.endpoint = endpoint;
        this.lengthField = endpoint.lengthField();
        this.reader = new ReplyReader(endpoint.key());
        this.http = new OkHttpClient.Builder()
                .callTimeout(endpoint.timeout())
                .readTimeout(endpoint.timeout())
                .writeTimeout(endpoint.timeout())
                // A redirect would carry the key to wherever it points, and a repetition would not be counted.
                .followRedirects(false)
                .retryOnConnectionFailure(false)
                .build();
    }

    /** What came of it; never fails otherwise. */
    Reply ask(Prompt prompt, SentImage image) {
        LengthField used = lengthField;
        Request.Builder request = new Request.Builder()
                .url(endpoint.completions())
                .post(RequestBody.create(body(prompt, image, used), JSON));
        if (endpoint.key() != null) {
            request.header("Authorization", endpoint.key().header());
        }
        try (Response response = http.newCall(request.build()).execute()) {
            Reply reply = reader.read(
                    response.code(),
                    response.header("Retry-After"),
                    bounded(response.body().source()));
            return adapted(reply, used);
        } catch (UnknownHostException | ConnectException | NoRouteToHostException nobody) {
            return unreachable("The endpoint at " + endpoint.url() + " cannot be reached.");
        } catch (SSLHandshakeException | SSLPeerUnverifiedException unsafe) {
            return unreachable("The endpoint at " + endpoint.url() + " cannot prove that it is the one.");
        } catch (InterruptedIOException slow) {
            // Before there was a connection nobody can have worked for it.
            if (String.valueOf(slow.getMessage()).toLowerCase(Locale.ROOT).contains("connect timed out")) {
                return unreachable("Nobody answers at " + endpoint.url() + ".");
            }
            return lost("endpoint_too_slow", "The endpoint did not answer in time.");
        } catch (IOException cut) {
            return lost("connection_cut", "The connection to the endpoint broke.");
        }
    }

    /** The name under which the longest answer is sent now. */
    String lengthField() {
        return lengthField.wireName();
    }

    // An endpoint that wants the newer name says so, and that is no failure of the image's.
    private Reply adapted(Reply reply, LengthField used) {
        if (used != LengthField.AUTO
                || !(reply instanceof Reply.Failed failed)
                || !failed.code().equals(ReplyReader.OTHER_LENGTH_FIELD)) {
            return reply;
        }
        lengthField = LengthField.MAX_COMPLETION_TOKENS;
        return new Reply.Failed(failed.code(), failed.words(), Next.AGAIN, Duration.ZERO, Usage.NOTHING);
    }

    private static Reply unreachable(String words) {
        return new Reply.Failed("endpoint_unreachable", words, Next.NOTHING_UNTIL_REACHED, null, Usage.NOTHING);
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    // The model may have worked for it, and been paid for that.
    private static Reply lost(String code, String words) {
        return new Reply.Failed(code, words, Next.AGAIN, null, null);
    }

    private byte[] body(Prompt prompt, SentImage image, LengthField length) {
        ObjectNode body = MAPPER.createObjectNode();
        body.put("model", endpoint.model());
        ArrayNode messages = body.putArray("messages");
        if (!prompt.system().isEmpty()) {
            messages.addObject().put("role", "system").put("content", prompt.system());
        }
        ArrayNode content = messages.addObject().put("role", "user").putArray("content");
        content.addObject().put("type", "text").put("text", prompt.text());
        content.addObject().put("type", "image_url").putObject("image_url").put("url", image.dataUrl());
        body.put(length.wireName(), endpoint.maxTokens());
        if (endpoint.temperature() != null) {
            body.put("temperature", endpoint.temperature());
        }
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (IOException bug) {
            throw new IllegalStateException("A request could not be written as JSON", bug);
        }
    }

    private static byte[] bounded(BufferedSource source) throws IOException {
        Buffer buffer = new Buffer();
        while (source.read(buffer, 64 << 10) != -1) {
            if (buffer.size() > LARGEST_ANSWER) {
                throw new IOException("more than " + LARGEST_ANSWER + " bytes");
            }
        }
        return buffer.readByteArray();
    }
}

package dev.rewarddesk.mcp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Stops calls that a client takes back, or whose client is seen to be gone. The SDK's servlet does neither; but it waits for a call in the
 * thread of its request, and to interrupt that stops the call in order.
 */
final class TakingBack extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A client that is gone is noticed by the second. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private final int longest;
    private final transient Map<Name, Call> underWay = new ConcurrentHashMap<>();

    /** @param longest message that is read, in bytes */
    TakingBack(int longest) {
        this.longest = longest;
    }

    /**
     * What a client calls its call.
     *
     * @param id as JSON, since {@code 1} and {@code "1"} are two
     */
    private record Name(String session, String id) {}

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String session = request.getHeader(Doorkeeper.SESSION);
        if (!request.getMethod().equals("POST") || session == null) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(longest + 1);
        HttpServletRequest again = new ReadAlready(request, body);
        JsonNode message = read(body);
        if (message.path("method").asText().equals("notifications/cancelled")) {
            stop(new Name(session, message.at("/params/requestId").toString()));
        }
        if (!message.has("method") || !message.has("id")) {
            chain.doFilter(again, response);
            return;
        }
        Name name = new Name(session, message.get("id").toString());
        Call call = new Call(Thread.currentThread());
        underWay.put(name, call);
        WatchedResponse watched = new WatchedResponse(response, call::stop);
        Thread heart = Thread.ofVirtual().name("mcp heartbeat").start(() -> beat(watched));
        try {
            chain.doFilter(again, watched);
            watched.end();
        } finally {
            heart.interrupt();
            underWay.remove(name, call);
            call.end();
        }
    }

    private static void beat(WatchedResponse watched) {
        try {
            while (true) {
                Thread.sleep(BEAT);
                watched.beat();
            }
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops all that are under way. */
    void stopAll() {
        underWay.values().forEach(Call::stop);
    }

    private void stop(Name name) {
        Call call = underWay.get(name);
        if (call != null) {
            call.stop();
        }
    }

    // What is no message is for the servlet to complain of.
    private static JsonNode read(byte[] body) {
        try {
            JsonNode message = JSON.readTree(new String(body, StandardCharsets.UTF_8));
            return message == null ? JSON.missingNode() : message;
        } catch (JsonProcessingException broken) {
            return JSON.missingNode();
        }
    }

    /** A request that its thread is waiting for. */
    private static final class Call {
        private final Thread thread;
        private boolean ended;

        Call(Thread thread) {
            this.thread = thread;
        }

        synchronized void stop() {
            if (!ended) {
                thread.interrupt();
            }
        }

        // The thread serves others afterwards.
        synchronized void end() {
            ended = true;
            Thread.interrupted();
        }
    }

    /** A request whose body was read, to be read again. */
    private static final class ReadAlready extends HttpServletRequestWrapper {
        private final byte[] body;

        ReadAlready(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Bytes(new ByteArrayInputStream(body));
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("The body is there already");
        }
    }
}

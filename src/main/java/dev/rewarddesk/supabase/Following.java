package dev.rewarddesk.supabase;

import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import okhttp3.MediaType;
import okhttp3.Response;
import okhttp3.sse.EventSource;
import okhttp3.sse.EventSourceListener;
import okhttp3.sse.EventSources;
import org.jspecify.annotations.Nullable;

/** Follows a state of the workspace as it changes, on a thread of its own, until it is closed. */
public final class Following implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofSeconds(3);
    private static final int UNAUTHORIZED = 401;

    /** What a backend answers that has no such stream. */
    private static final Set<Integer> NO_STREAM = Set.of(404, 405, 406, 501);

    /** The event that carries the state, as one without a name does; what others carry is no state. */
    private static final String STATE = "active_checkpoint";

    private final Transport transport;
    private final Credentials credentials;
    private final Call events;
    private final Call state;
    private final Consumer<Answer> listener;
    private final BiConsumer<String, Answer> others;
    private final Thread thread = Thread.ofVirtual().name("following").unstarted(this::follow);

    private volatile boolean closed;
    private volatile okhttp3.@Nullable Call streaming;

    // Only the thread itself uses these.
    private String told = "";
    private boolean hasStream = true;

    private Following(
            Transport transport,
            Credentials credentials,
            Call events,
            Call state,
            Consumer<Answer> listener,
            BiConsumer<String, Answer> others) {
        this.transport = transport;
        this.credentials = credentials;
        this.events = events;
        this.state = state;
        this.listener = listener;
        this.others = others;
    }

    static Following start(
            Transport transport,
            Credentials credentials,
            Call events,
            Call state,
            Consumer<Answer> listener,
            BiConsumer<String, Answer> others) {
        Following following = new Following(transport, credentials, events, state, listener, others);
        following.thread.start();
        return following;
    }

    /** Ends it; nothing is told any more, but for what is being told right now. */
    @Override
    public void close() {
        closed = true;
        okhttp3.Call open = streaming;
        if (open != null) {
            open.cancel();
        }
        thread.interrupt();
    }

    private void follow() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            boolean good = attempt();
            Duration wait = good ? (hasStream ? FIRST_PAUSE : BETWEEN_QUESTIONS) : pause;
            pause = good ? FIRST_PAUSE : shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            try {
                // All who lost the same backend should not come back at the same moment.
                Thread.sleep(wait.toMillis() + ThreadLocalRandom.current().nextLong(wait.toMillis() / 4));
            } catch (InterruptedException over) {
                return;
            }
        }
    }

    private boolean attempt() {
        try {
            String token = credentials.bearer();
            return hasStream ? stream(token) : ask(token);
        } catch (ServiceFailure | IOException unreachable) {
            return false;
        }
    }

    /** Listens until the stream ends, and answers whether it was of use. */
    private boolean stream(String token) throws IOException {
        okhttp3.Call call = transport.stream(events.headers(Map.of("Last-Event-ID", told)), token);
        streaming = call;
        if (closed) {
            return false;
        }
        long began = System.nanoTime();
        String before = told;
        try (Response response = call.execute()) {
            if (response.code() == UNAUTHORIZED) {
                return credentials.insteadOf(token).isPresent();
            }
            if (NO_STREAM.contains(response.code()) || (response.isSuccessful() && !isEvents(response))) {
                hasStream = false;
                return true;
            }
            if (!response.isSuccessful()) {
                return false;
            }
            EventSources.processResponse(response, new Ears());
            // One that ends as soon as it has begun would otherwise be made again at once, and again.
            return !told.equals(before) || System.nanoTime() - began > LONGEST_PAUSE.toNanos();
        } finally {
            streaming = null;
        }
    }

    private boolean ask(String token) {
        HttpAnswer answer = transport.send(state.headers(Map.of("If-None-Match", "\"" + told + "\"")), token);
        if (answer.status() == UNAUTHORIZED) {
            return credentials.insteadOf(token).isPresent();
        }
        if (answer.isSuccess()) {
            Answer document = Answer.read(answer);
            tell(document.etag(), document);
        }
        return answer.isSuccess() || answer.isNotModified();
    }

    private void tell(String tag, Answer answer) {
        if (!closed && !tag.equals(told)) {
            told = tag;
            listener.accept(answer);
        }
    }

    private static boolean isEvents(Response response) {
        MediaType type = response.body().contentType();
        return type != null && type.type().equals("text") && type.subtype().equals("event-stream");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private final class Ears extends EventSourceListener {
        @Override
        public void onEvent(EventSource source, @Nullable String id, @Nullable String type, String data) {
            Answer answer = Answer.ofEvent(data);
            if (type == null || STATE.equals(type)) {
                tell(String.valueOf(id), answer);
            } else if (!closed) {
                others.accept(type, answer);
            }
        }
    }
}

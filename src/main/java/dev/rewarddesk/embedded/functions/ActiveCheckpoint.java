package dev.rewarddesk.embedded.functions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.embedded.access.Caller;
import dev.rewarddesk.embedded.access.Gate;
import dev.rewarddesk.embedded.database.ActivationFeed;
import dev.rewarddesk.embedded.database.Desk;
import dev.rewarddesk.embedded.http.Json;
import dev.rewarddesk.embedded.http.Refusal;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The active checkpoint for whoever serves the model: asked for cheaply ({@code ETag}, 304), or heard of as it changes
 * (server-sent events), as is a scheduled activation that could not be done.
 */
public final class ActiveCheckpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ActiveCheckpoint.class);

    // Sooner than a proxy or the server itself takes a silent connection for a dead one.
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);

    // A token lives for an hour; whoever goes on listening comes again with a new one.
    private static final Duration LONGEST_STREAM = Duration.ofHours(1);
    private static final int MOST_STREAMS = 200;

    private final Gate gate;
    private final Desk desk;
    private final ActivationFeed feed;
    private final Semaphore streams = new Semaphore(MOST_STREAMS);

    public ActiveCheckpoint(Gate gate, Desk desk, ActivationFeed feed) {
        this.gate = gate;
        this.desk = desk;
        this.feed = feed;
    }

    void answer(Context context) throws SQLException {
        String document = read(gate.caller(context));
        String tag = "\"" + etag(document) + "\"";
        context.header("ETag", tag).header("Cache-Control", "no-cache");
        String known = context.header("If-None-Match");
        if (known != null && (known.contains(tag) || known.strip().equals("*"))) {
            context.status(304);
        } else {
            FunctionRoutes.send(context, document);
        }
    }

    void stream(Context context) throws SQLException, InterruptedException {
        Caller caller = gate.caller(context);
        read(caller);
        if (!streams.tryAcquire()) {
            throw Refusal.of(429, "too_many_streams", "Too many listen already. Ask for the active checkpoint instead.")
                    .retryAfter(Duration.ofMinutes(1));
        }
        try {
            context.contentType("text/event-stream").header("Cache-Control", "no-store");
            if (context.method().name().equals("GET")) {
                follow(context, caller);
            }
        } catch (IOException gone) {
            LOG.debug("A listener is gone", gone);
        } catch (SQLException refused) {
            // Too late for a status: the stream ends, and who comes again is told why.
            LOG.debug("A listener may listen no more", refused);
        } finally {
            streams.release();
        }
    }

    private void follow(Context context, Caller caller) throws SQLException, IOException, InterruptedException {
        OutputStream out = context.res().getOutputStream();
        Instant end = Instant.now().plus(LONGEST_STREAM);
        String told = String.valueOf(context.header("Last-Event-ID"));
        FailedSchedules failed = FailedSchedules.from(desk, caller);
        for (long turn = 0; turn >= 0 && Instant.now().isBefore(end); turn = feed.await(turn, SIGN_OF_LIFE)) {
            String document = read(caller);
            String tag = etag(document);
            String news = (tag.equals(told) ? "" : event(tag, document)) + failed.news();
            out.write((news.isEmpty() ? ":\n\n" : news).getBytes(StandardCharsets.UTF_8));
            out.flush();
            told = tag;
        }
    }

    private static String event(String tag, String document) {
        return "event: active_checkpoint\nid: " + tag + "\ndata: "
                + Json.parsed(document).path("data") + "\n\n";
    }

    private String read(Caller caller) throws SQLException {
        return desk.as(
                caller.toDatabase(), transaction -> transaction.call("read_active_checkpoint", "{}", null, "{}"));
    }

    private static String etag(String document) {
        JsonNode tag = Json.parsed(document).path("etag");
        return tag.asText();
    }
}

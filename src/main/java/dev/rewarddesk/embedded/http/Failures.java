package dev.rewarddesk.embedded.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where whatever is thrown becomes an answer. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final long MOST_IGNORED = 32 * 1024 * 1024;

    private Failures() {}

    static void install(JavalinConfig config) {
        config.routes.exception(Refusal.class, Failures::answer);
        config.routes.exception(
                HttpResponseException.class,
                (failure, context) -> answer(
                        switch (failure.getStatus()) {
                            case 413 -> Refusal.of(413, "body_too_large", "The body is too large.");
                            // Every address has an answer of ours: only a method that nobody knows gets here.
                            case 404 ->
                                Refusal.of(405, "method_not_allowed", "The request's method is not known here.");
                            default ->
                                Refusal.of(failure.getStatus(), "bad_request", "The request cannot be understood.");
                        },
                        context));
        config.routes.exception(
                SQLException.class,
                (failure, context) ->
                        answer(SqlRefusals.of(failure).orElseGet(() -> unexpected(failure, context)), context));
        config.routes.exception(
                EOFException.class,
                (cutOff, context) ->
                        answer(Refusal.of(400, "cut_off", "The request ends before it is complete."), context));
        config.routes.exception(
                IOException.class,
                (failure, context) ->
                        answer(diskIsFull(failure) ? SqlRefusals.diskFull() : unexpected(failure, context), context));
        config.routes.exception(Exception.class, (failure, context) -> answer(unexpected(failure, context), context));
        config.router.javaLangErrorHandler((response, error) -> {
            LOG.error("A request failed", error);
            response.setStatus(500);
        });
    }

    private static void answer(Refusal refusal, Context context) {
        readOn(context);
        boolean aboutTheRoute =
                refusal.code().equals("no_such_route") || refusal.code().equals("wrong_host");
        (aboutTheRoute ? Dialect.CONTRACT : Dialect.of(context)).write(refusal, context);
        if (refusal.retryAfter() != null) {
            context.header(
                    "Retry-After",
                    Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
    }

    // A client that is still sending would not read the answer, and one that sends the next request on a connection
    // that is
    // about to close would lose it. So the rest is read, within a bound, and where that fails the client is told to
    // close.
    private static void readOn(Context context) {
        byte[] ignored = new byte[64 * 1024];
        try {
            InputStream rest = context.req().getInputStream();
            for (long left = MOST_IGNORED; left > 0; ) {
                int count = rest.read(ignored);
                if (count < 0) {
                    return;
                }
                left -= count;
            }
        } catch (IOException | RuntimeException unreadable) {
            LOG.debug("The rest of a refused request cannot be read");
        }
        context.header("Connection", "close");
    }

    // The log tells what happened and the caller which line to look for; neither tells what was sent.
    private static Refusal unexpected(Exception failure, Context context) {
        UUID id = UUID.randomUUID();
        LOG.error("Failure {} at {} {}", id, context.method(), context.endpoint().path, failure);
        return Refusal.of(500, "server_error", "The server failed and has logged it as %s. Try again.".formatted(id));
    }

    private static boolean diskIsFull(IOException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("No space left on device")
                || message.contains("Disk quota exceeded")
                || message.contains("not enough space on the disk");
    }
}

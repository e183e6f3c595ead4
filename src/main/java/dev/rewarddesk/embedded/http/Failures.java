package dev.rewarddesk.embedded.http;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place where whatever is thrown becomes an answer. */
final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private Failures() {}

    static void install(JavalinConfig config) {
        config.routes.exception(Refusal.class, Failures::answer);
        config.routes.exception(
                HttpResponseException.class,
                (failure, context) -> answer(
                        failure.getStatus() == 413
                                ? Refusal.of(413, "body_too_large", "The body is too large.")
                                : Refusal.of(failure.getStatus(), "bad_request", "The request cannot be understood."),
                        context));
        config.routes.exception(
                SQLException.class,
                (failure, context) ->
                        answer(SqlRefusals.of(failure).orElseGet(() -> unexpected(failure, context)), context));
        config.routes.exception(EOFException.class, (gone, context) -> LOG.debug("The client went away"));
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
        boolean aboutTheRoute =
                refusal.code().equals("no_such_route") || refusal.code().equals("wrong_host");
        (aboutTheRoute ? Dialect.CONTRACT : Dialect.of(context)).write(refusal, context);
        if (refusal.retryAfter() != null) {
            context.header(
                    "Retry-After",
                    Long.toString(Math.max(1, refusal.retryAfter().toSeconds())));
        }
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

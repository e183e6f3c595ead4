package dev.rewarddesk.collect.fetch;

import dev.rewarddesk.collect.fetch.Refusal.Reason;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import okhttp3.HttpUrl;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;

/** Reads what a site answers, and no more of it than is taken. */
final class AnswerReader {

    private AnswerReader() {}

    static Answer read(Ask ask, Response response) throws IOException, RefusedException {
        int status = response.code();
        return switch (status) {
            case 200, 203 -> new Answer.Given(content(ask, response));
            case 301, 302, 303, 307, 308 -> new Answer.Moved(next(response));
            case 304 -> new Answer.Given(new Fetched.Unchanged(ask.url()));
            case 404, 410 -> refused(Reason.NOT_FOUND, status);
            case 401, 403, 451 -> refused(Reason.FORBIDDEN, status);
            case 429, 503 -> new Answer.Later(refusal(Reason.BUSY, status), retryAfter(response));
            case 408, 500, 502, 504 -> new Answer.Later(refusal(Reason.HTTP_ERROR, status), retryAfter(response));
            default -> refused(Reason.HTTP_ERROR, status);
        };
    }

    private static Fetched content(Ask ask, Response response) throws IOException, RefusedException {
        String packing = response.header("Content-Encoding", "identity");
        // Gzip was unpacked on the way; anything else was not asked for and cannot be read.
        if (!"identity".equalsIgnoreCase(packing)) {
            throw new RefusedException(new Refusal(Reason.HTTP_ERROR, "packed in a way that was not asked for"));
        }
        if (response.body().contentLength() > ask.mostBytes()) {
            throw new RefusedException(Reason.TOO_LARGE);
        }
        Buffer read = new Buffer();
        BufferedSource source = response.body().source();
        while (source.read(read, 64 << 10) != -1) {
            if (read.size() > ask.mostBytes()) {
                throw new RefusedException(Reason.TOO_LARGE);
            }
        }
        return new Fetched.Content(
                response.request().url(),
                header(response, "Content-Type"),
                read.readByteString(),
                new Validators(header(response, "ETag"), header(response, "Last-Modified")),
                response.headers("X-Robots-Tag"));
    }

    private static HttpUrl next(Response response) throws RefusedException {
        HttpUrl next = response.request().url().resolve(header(response, "Location"));
        if (next == null) {
            throw new RefusedException(new Refusal(Reason.NOT_HTTP, "a redirect to somewhere else"));
        }
        return next;
    }

    private static Duration retryAfter(Response response) {
        String written = header(response, "Retry-After").strip();
        if (written.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(written));
        }
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(written, Instant::from);
            Duration wait = Duration.between(Instant.now(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException notSaid) {
            return Duration.ZERO;
        }
    }

    private static String header(Response response, String name) {
        @Nullable String value = response.header(name);
        return value == null ? "" : value;
    }

    private static Answer refused(Reason reason, int status) {
        return new Answer.Given(new Fetched.Refused(refusal(reason, status)));
    }

    private static Refusal refusal(Reason reason, int status) {
        return new Refusal(reason, Integer.toString(status));
    }
}

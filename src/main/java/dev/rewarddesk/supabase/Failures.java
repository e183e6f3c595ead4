package dev.rewarddesk.supabase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rewarddesk.failure.ServiceFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Reads what went wrong from an answer: the contract's envelope, sign-in's three forms ({@code msg}, {@code message},
 * {@code error_description}) and storage's ({@code statusCode} inside).
 */
final class Failures {

    private static final int LONGEST_SENTENCE = 1000;

    private Failures() {}

    static ServiceFailure of(HttpAnswer answer) {
        JsonNode body = json(answer.body());
        int status = body.path("statusCode").asInt(answer.status());
        String code = code(body).orElse("http_" + answer.status());
        @Nullable String said = sentence(body).orElse(null);
        return switch (status) {
            case 401 ->
                new ServiceFailure.SignedOut(code, or(said, "The workspace does not accept this sign-in or key."));
            case 403 -> new ServiceFailure.Forbidden(code, or(said, "You may not do this in this workspace."));
            case 404 -> new ServiceFailure.NotFound(code, or(said, "The workspace does not have what was asked for."));
            case 409 -> new ServiceFailure.Conflict(code, or(said, "Somebody was faster. Nothing was changed."));
            case 413 ->
                new ServiceFailure.Invalid(code, or(said, "This is too large. Nothing was changed."), field(body));
            case 400, 415, 422 ->
                new ServiceFailure.Invalid(
                        code, or(said, "The workspace did not accept the input. Nothing was changed."), field(body));
            case 429 ->
                new ServiceFailure.Server(
                        code,
                        or(said, "The workspace asks to slow down. Nothing was changed; try again in a moment."),
                        retryAfter(answer),
                        null);
            default ->
                new ServiceFailure.Server(
                        code,
                        or(
                                said,
                                "The workspace failed (HTTP " + answer.status()
                                        + "). Try again; if it stays so, look at its" + " log."),
                        retryAfter(answer),
                        null);
        };
    }

    /**
     * What a function's answer tells. A refusal that is not in the contract's envelope comes from something on the way, or from a
     * platform that does not find the function: it says nothing of what was asked for, which may be tried again.
     */
    static ServiceFailure ofFunction(HttpAnswer answer) {
        ServiceFailure told = of(answer);
        boolean ours = json(answer.body()).has("success");
        return switch (told) {
            case ServiceFailure.Forbidden _, ServiceFailure.NotFound _, ServiceFailure.Conflict _
            when !ours -> foreign(answer);
            case ServiceFailure.Invalid _ when !ours && answer.status() != 413 -> foreign(answer);
            default -> told;
        };
    }

    private static ServiceFailure foreign(HttpAnswer answer) {
        return new ServiceFailure.Server(
                "http_" + answer.status(),
                "Something on the way answered instead of the workspace, or a function of it is not there (HTTP "
                        + answer.status()
                        + "). Try again; if it stays so, ask whoever runs the workspace or the network.",
                null,
                null);
    }

    private static JsonNode json(ByteString body) {
        try {
            JsonNode node = WireJson.MAPPER.readTree(body.toByteArray());
            return node != null && node.isObject() ? node : WireJson.MAPPER.createObjectNode();
        } catch (IOException noJson) {
            return WireJson.MAPPER.createObjectNode();
        }
    }

    private static Optional<String> sentence(JsonNode body) {
        return text(body, "message")
                .or(() -> text(body, "msg"))
                .or(() -> text(body, "error_description"))
                .or(() -> text(body, "error"))
                .map(Failures::tidy);
    }

    private static Optional<String> code(JsonNode body) {
        // `error` is a sentence in the contract's envelope and a code in the other forms.
        return text(body, "code")
                .or(() -> text(body, "error_code"))
                .or(() -> body.has("success") ? Optional.empty() : text(body, "error"))
                .filter(code -> code.matches("[A-Za-z0-9_.-]{1,100}"));
    }

    private static @Nullable String field(JsonNode body) {
        return text(body, "field").map(Failures::tidy).orElse(null);
    }

    private static Optional<String> text(JsonNode body, String name) {
        JsonNode node = body.path(name);
        return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue()) : Optional.empty();
    }

    private static String tidy(String said) {
        String oneLine = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return oneLine.length() <= LONGEST_SENTENCE ? oneLine : oneLine.substring(0, LONGEST_SENTENCE) + "…";
    }

    private static String or(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said;
    }

    private static @Nullable Duration retryAfter(HttpAnswer answer) {
        String header = answer.retryAfter();
        // The other form of this header, a date, is not used by what we talk to.
        return header != null && header.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(header)) : null;
    }
}

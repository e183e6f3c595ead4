package dev.rewarddesk.collect.answer;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rewarddesk.collect.answer.Reply.Next;
import dev.rewarddesk.collect.answer.Reply.Usage;
import dev.rewarddesk.settings.LengthField;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a reply of what an endpoint sent, which may be anything. */
final class ReplyReader {

    /** The code where the endpoint asks for the longest answer under its newer name. */
    static final String OTHER_LENGTH_FIELD = "endpoint_wants_other_field";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Set<String> FILTERED = Set.of("content_filter", "content_policy_violation");
    private static final int LONGEST_QUOTE = 300;

    private final @Nullable EndpointKey key;

    ReplyReader(@Nullable EndpointKey key) {
        this.key = key;
    }

    /** @param retryAfter the header; null where there is none */
    Reply read(int status, @Nullable String retryAfter, byte[] body) {
        return status == 200 ? document(body) : failure(status, retryAfter, body);
    }

    private Reply document(byte[] body) {
        JsonNode document;
        try {
            document = MAPPER.readTree(body);
        } catch (IOException broken) {
            return broken("The endpoint's answer was no JSON.");
        }
        JsonNode choice = document.path("choices").path(0);
        JsonNode message = choice.path("message");
        if (!message.isObject()) {
            return broken("The endpoint's answer had no message in it.");
        }
        Usage usage = usage(document.path("usage"));
        String finish = choice.path("finish_reason").asText("");
        String text = text(message.path("content"));
        if (message.path("refusal").isTextual()
                && !message.path("refusal").textValue().isBlank()) {
            return new Reply.Refused("refusal", quoted(message.path("refusal").textValue()), usage);
        }
        if (finish.equals("content_filter")) {
            return new Reply.Refused("content_filter", "A filter of the endpoint held the answer back.", usage);
        }
        if (text.isBlank()) {
            String why = finish.equals("length") ? "it was cut before it began; allow more tokens." : "it was empty.";
            return new Reply.Failed("empty_answer", "There was no answer: " + why, Next.OTHERS, null, usage);
        }
        return new Reply.Answered(text, finish, document.path("model").asText(""), usage);
    }

    private Reply failure(int status, @Nullable String retryAfter, byte[] body) {
        JsonNode error = error(body);
        String said = said(error);
        if (FILTERED.contains(error.path("code").asText())) {
            return new Reply.Refused(
                    "content_filter", "A filter of the endpoint held the image back." + said, Usage.NOTHING);
        }
        return switch (status) {
            case 400 ->
                said.contains(LengthField.MAX_COMPLETION_TOKENS.wireName())
                        ? failed(OTHER_LENGTH_FIELD, "The endpoint wants another field than max_tokens.", Next.OTHERS)
                        : refused(status, said);
            case 401 -> failed("endpoint_key_refused", "The endpoint does not accept the key." + said, Next.NOTHING);
            case 403 ->
                failed(
                        "endpoint_key_refused",
                        "The endpoint does not accept the key for this model, or not for this." + said,
                        Next.OTHERS_IF_ANY);
            case 402 -> failed("endpoint_unpaid", "The endpoint wants to be paid first." + said, Next.NOTHING);
            case 404 ->
                failed("endpoint_not_found", "The endpoint knows no such address or model." + said, Next.OTHERS_IF_ANY);
            case 413 -> failed("image_too_large", "The endpoint finds the image too large.", Next.OTHERS);
            case 429 ->
                error.path("code").asText().equals("insufficient_quota")
                        ? failed("endpoint_unpaid", "The endpoint's quota is used up." + said, Next.NOTHING)
                        : later("endpoint_busy", "The endpoint asks to slow down." + said, retryAfter);
            case 408, 409, 425 -> later("endpoint_busy", "The endpoint asks to come again." + said, retryAfter);
            default ->
                status >= 500
                        ? later("endpoint_failed", "The endpoint failed (HTTP " + status + ")." + said, retryAfter)
                        : refused(status, said);
        };
    }

    private static Reply refused(int status, String said) {
        return failed(
                "endpoint_refused",
                "The endpoint did not accept the request (HTTP " + status + ")." + said,
                Next.OTHERS);
    }

    private static Reply broken(String words) {
        // The model may have worked for it, and been paid for that.
        return new Reply.Failed("broken_answer", words, Next.AGAIN, null, null);
    }

    private static Reply failed(String code, String words, Next next) {
        return new Reply.Failed(code, words, next, null, Usage.NOTHING);
    }

    private static Reply later(String code, String words, @Nullable String retryAfter) {
        return new Reply.Failed(code, words, Next.AGAIN, wait(retryAfter), Usage.NOTHING);
    }

    private static JsonNode error(byte[] body) {
        try {
            return MAPPER.readTree(body).path("error");
        } catch (IOException noJson) {
            return MAPPER.missingNode();
        }
    }

    private String said(JsonNode error) {
        String message =
                error.isTextual() ? error.textValue() : error.path("message").asText("");
        return message.isBlank() ? "" : " It says: " + quoted(message);
    }

    /** What a stranger said, fit to be shown. */
    private String quoted(String words) {
        String safe = key == null ? words : key.hiddenIn(words);
        String tidy = safe.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        return tidy.length() <= LONGEST_QUOTE ? tidy : tidy.substring(0, LONGEST_QUOTE) + "…";
    }

    private static @Nullable Usage usage(JsonNode usage) {
        JsonNode prompt = usage.path("prompt_tokens");
        JsonNode completion = usage.path("completion_tokens");
        boolean told = prompt.canConvertToInt() && completion.canConvertToInt();
        return told && prompt.asInt() >= 0 && completion.asInt() >= 0
                ? new Usage(prompt.asInt(), completion.asInt())
                : null;
    }

    private static String text(JsonNode content) {
        if (content.isTextual()) {
            return content.textValue();
        }
        StringBuilder parts = new StringBuilder();
        for (JsonNode part : content) {
            parts.append(part.path("text").asText(""));
        }
        return parts.toString();
    }

    private static @Nullable Duration wait(@Nullable String retryAfter) {
        if (retryAfter == null) {
            return null;
        }
        try {
            if (retryAfter.strip().matches("\\d{1,9}")) {
                return Duration.ofSeconds(Long.parseLong(retryAfter.strip()));
            }
            Instant then = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(Instant.now(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }
}
